import { and, eq } from "drizzle-orm";
import { demarches, demarcheVersions } from "@/db/schema/demarches";
import { accounts } from "@/db/schema/accounts";
import { auditEvents, outbox } from "@/db/schema/platform";
import type { Actor, Anonymous, Citizen } from "@/lib/kernel/actor";
import { openLetter } from "@/lib/letters/outbox/sealed-letter";
import { database } from "@/lib/kernel/database";
import type { DemarcheDefinition } from "@/lib/demarches/form";
import { attachFile } from "@/lib/demandes/commands/attach-file";
import { saveStep } from "@/lib/demandes/commands/save-step";
import { startDemande } from "@/lib/demandes/commands/start-demande";
import { submitDemande } from "@/lib/demandes/commands/submit-demande";
import {
  newId,
  type AccountId,
  type DemandeId,
  type DemarcheId,
  type DemarcheVersionId,
  type GuestHash,
  type SessionId,
} from "@/lib/shared/ids";
import type { MailContent } from "@/lib/shared/mail-content";
import type { AuditVerb } from "@/lib/vocabulary/audit-verbs";
import { smallDefinition, type Town } from "./filed-demande";
import { plainPdf, sent } from "./sample-files";

const at = new Date("2026-11-20T09:00:00Z");

/** Another démarche of the town. */
export async function addDemarche(
  town: Town,
  slug: string,
  columns: Partial<typeof demarches.$inferInsert> = {},
  definition: DemarcheDefinition = smallDefinition,
) {
  const demarcheId = newId<DemarcheId>();
  const [model] = await database().select().from(demarches).where(eq(demarches.id, town.demarcheId));
  if (!model) throw new Error("no démarche to copy");
  await database()
    .insert(demarches)
    .values({ ...model, id: demarcheId, slug, title: `Démarche ${slug}`, ...columns });
  await database()
    .insert(demarcheVersions)
    .values({ id: newId<DemarcheVersionId>(), demarcheId, number: 1, definition, publishedAt: at, createdAt: at });
  return demarcheId;
}

export async function addCitizen(name: string): Promise<Citizen> {
  const accountId = newId<AccountId>();
  await database()
    .insert(accounts)
    .values({
      id: accountId,
      status: "active",
      email: `${name}@example.org`,
      firstName: name,
      lastName: "Exemple",
      createdAt: at,
    });
  return { kind: "citizen", accountId, sessionId: newId<SessionId>() };
}

let guests = 0;
export function newGuest(): Anonymous & { guest: GuestHash } {
  guests += 1;
  return { kind: "anonymous", guest: guests.toString(16).padStart(64, "0") as GuestHash };
}

/** What a command gave, or a failure of the test that says what it refused. */
export function valueOf<T>(result: { ok: true; value: T } | { ok: false; reason: string; details?: unknown }): T {
  if (!result.ok) throw new Error(`refused: ${result.reason} ${JSON.stringify(result.details ?? {})}`);
  return result.value;
}

export async function startedDraft(actor: Actor, slug = "acte"): Promise<DemandeId> {
  return valueOf(await startDemande(actor, { slug })).demandeId;
}

/** A draft of the small démarche with everything that submitting asks. */
export async function readyDraft(actor: Actor, slug = "acte"): Promise<DemandeId> {
  const demandeId = await startedDraft(actor, slug);
  const step = { demandeId, mode: "continue", part: "fields" } as const;
  const applicant = {
    "applicant.firstName": "Camille",
    "applicant.lastName": "Exemple",
    "applicant.email": "camille@example.org",
  };
  const { edition } = valueOf(await saveStep(actor, { ...step, step: "informations", edition: 0, raw: applicant }));
  valueOf(await saveStep(actor, { ...step, step: "demande", edition, raw: { "act.copies": "2" } }));
  valueOf(await attachFile(actor, { demandeId, path: "act.identity", file: sent(plainPdf) }));
  return demandeId;
}

export async function submitted(actor: Actor, slug = "acte") {
  const demandeId = await readyDraft(actor, slug);
  return valueOf(await submitDemande(actor, { demandeId, revision: 1, robot: "passed" }));
}

/** Lines of the journal about a subject. */
export async function journalOf(subjectId: string, verb?: AuditVerb) {
  const about = eq(auditEvents.subjectId, subjectId);
  return database()
    .select()
    .from(auditEvents)
    .where(verb ? and(about, eq(auditEvents.verb, verb)) : about)
    .orderBy(auditEvents.id);
}

export type WaitingMail = { to: string; kind: string; content: MailContent };

/** E-mails that wait to be sent, opened. */
export async function waitingMails(): Promise<WaitingMail[]> {
  const rows = await database().select({ kind: outbox.kind, content: outbox.content }).from(outbox).orderBy(outbox.id);
  return rows.map(({ kind, content }) => ({
    kind,
    ...openLetter(content ?? ""),
  }));
}

/** The secret of the last link sent about a demande. */
export async function lastToken(number: string): Promise<string> {
  const mails = (await waitingMails()).filter(({ content }) => content.subject.includes(number));
  return /jeton=(.*)$/.exec(mails.at(-1)?.content.action?.path ?? "")?.[1] ?? "";
}
