import { sql } from "drizzle-orm";
import type { Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { env } from "@/lib/kernel/env";
import { demonstrationPortal, readPortal, unnamedPortal, type PortalSetting } from "@/lib/organisation/settings/portal";
import { getBackupState } from "@/lib/organisation/queries/get-backup-state";
import type { OpeningStep } from "../types";

/** What stands, and what is left to do, before a town opens its portal; nothing in the demonstration, which opens for nobody. */
export async function getOpening(actor: Admin): Promise<OpeningStep[]> {
  const { PARVIS_DEMO, CLAMD_SOCKET, MAIL_FROM, drivers } = env();
  if (PARVIS_DEMO) return [];
  const [facts, portal, backup] = await Promise.all([readFacts(), readPortal(), getBackupState(actor)]);
  return [
    { key: "town", isDone: isTownTold(portal) },
    { key: "services", isDone: facts.hasService },
    { key: "agents", isDone: facts.hasService && !facts.hasUnattended },
    { key: "demarches", isDone: facts.hasDemarche },
    { key: "legal", isDone: isLegalTold(portal) },
    { key: "accessibility", isDone: isStatementWritten(portal) },
    { key: "mail", isDone: drivers.mail !== "mailbox" && !isNobodys.test(MAIL_FROM) },
    { key: "antivirus", isDone: Boolean(CLAMD_SOCKET) },
    { key: "backup", isDone: backup.mode !== "none" && !backup.isMissing },
  ];
}

/** The sender of the demonstration: no letter comes from such an address (RFC 2606). */
const isNobodys = /\.example>?$/;

type Facts = { hasService: boolean; hasUnattended: boolean; hasDemarche: boolean };

async function readFacts(): Promise<Facts> {
  const [row] = await database().execute<Facts>(sql`
    select
      exists (select 1 from services where closed_at is null) as "hasService",
      exists (
        select 1 from services s where s.closed_at is null and not exists (
          select 1 from agent_services x join agents a on a.id = x.agent_id and a.is_active where x.service_id = s.id)
      ) as "hasUnattended",
      exists (select 1 from demarches where is_published) as "hasDemarche"`);
  return row ?? { hasService: false, hasUnattended: false, hasDemarche: false };
}

/** A portal that was the demonstration keeps its words: they are nobody's. By the address: a town may be called as it is. */
function isTownTold({ town, contact }: PortalSetting): boolean {
  const { service, email, phone, address, hours } = contact;
  const isWhole = [service, email, phone, hours].every((text) => text !== "") && address.length > 0;
  return isWhole && town !== unnamedPortal.town && email !== demonstrationPortal.contact.email;
}

function isLegalTold({ legal }: PortalSetting): boolean {
  return Object.values(legal).every((text) => text !== "") && legal.dpoEmail !== demonstrationPortal.legal.dpoEmail;
}

/** The one that every portal begins with is dated by nobody of the town. */
function isStatementWritten({ accessibility }: PortalSetting): boolean {
  return accessibility.audit !== null || accessibility.statedOn !== unnamedPortal.accessibility.statedOn;
}
