import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import { agents, agentServices } from "@/db/schema/staff";
import { services } from "@/db/schema/organisation";
import type { Actor, Manager } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { isManager } from "@/lib/kernel/staff";
import { transact, type Work } from "@/lib/kernel/transact";
import { followersOf } from "@/lib/staff/agents/followers-of-service";
import { lockService } from "@/lib/organisation/services/lock-service";
import { servicesWithin } from "@/lib/organisation/services/services-within";
import type { CloseService } from "@/lib/organisation/schema/services";
import type { DemandeId, ServiceId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { enumerate } from "@/lib/shared/text";
import { demandeStatuses } from "@/lib/vocabulary/demande-status";
import { followersOfNothingElse, isHeirNeeded } from "../moves/closing-service";
import { isOpen } from "../status";
import { tellHandedOver } from "../moves/tell-handed-over";

/**
 * Closes a service for good: what waits in it and its démarches go to the heir, whose agents also read what it had answered, and those
 * who wait are told (decision 041); its agents follow there when asked, or leave it. Administrators only, that of an organisation within it. Refuses `already_closed`;
 * `heir_needed` where something is to be taken over; `unknown_heir` (absent, closed, itself, not theirs); `agents_without_service`, with their
 * names, where some would keep none; `leaves_unattended`, with its name, where nobody at work follows the heir and that is not confirmed.
 */
export async function closeService(actor: Actor, { serviceId, heir, agentsJoin, isConfirmed }: CloseService) {
  return transact(actor, async ({ tx, record }) => {
    if (!isManager(actor) || !(await isManaged(tx, actor, serviceId))) throw new NotFound();
    if (heir && !(await isOpenHeir(tx, actor, serviceId, heir))) return refuse("unknown_heir");
    const moved = { demarches: 0 };
    const handedOver: DemandeId[] = [];
    if (heir) {
      if (agentsJoin) await joinHeir(tx, serviceId, heir);
      // What is filed holds its demande and its démarche, then its service: taken in this order, nobody waits for the other.
      moved.demarches += await entrust({ tx, record }, serviceId, heir);
      handedOver.push(...(await handOver({ tx, record }, serviceId, heir)));
    }
    const { closedAt } = await lockService(tx, actor, serviceId);
    if (closedAt) return refuse("already_closed");
    if (!heir && (await isHeirNeeded(tx, serviceId))) return refuse("heir_needed");
    if (heir) {
      moved.demarches += await entrust({ tx, record }, serviceId, heir);
      handedOver.push(...(await handOver({ tx, record }, serviceId, heir)));
    }
    const lost = agentsJoin && heir ? [] : await followersOfNothingElse(tx, serviceId);
    if (lost.length > 0) return refuse("agents_without_service", { agents: enumerate(lost) });
    await tx.delete(agentServices).where(eq(agentServices.serviceId, serviceId));
    const left = heir && !isConfirmed ? await unattendedName(tx, heir) : null;
    if (left) return refuse("leaves_unattended", { services: left });
    await tx
      .update(services)
      .set({ closedAt: clock.now(), heirId: heir || null })
      .where(eq(services.id, serviceId));
    if (heir) await tx.update(services).set({ heirId: heir }).where(eq(services.heirId, serviceId));
    if (heir) await tellHandedOver(tx, handedOver, serviceId, heir);
    await record("service.closed", serviceId, { ...moved, demandes: handedOver.length, ...(heir && { heir }) });
    return done(serviceId);
  });
}

/** Asked before anything moves; `lockService` asks again of the row that it holds. */
async function isManaged(tx: Tx, actor: Manager, serviceId: ServiceId): Promise<boolean> {
  const isThis = and(eq(services.id, serviceId), servicesWithin(actor));
  return (await tx.select({ id: services.id }).from(services).where(isThis)).length > 0;
}

/** Held until the end: it cannot close meanwhile. */
async function isOpenHeir(tx: Tx, actor: Manager, serviceId: ServiceId, heir: ServiceId): Promise<boolean> {
  const found = await tx
    .select({ id: services.id })
    .from(services)
    .where(and(eq(services.id, heir), ne(services.id, serviceId), isNull(services.closedAt), servicesWithin(actor)))
    .for("key share");
  return found.length > 0;
}

async function entrust({ tx, record }: Pick<Work, "tx" | "record">, from: ServiceId, to: ServiceId): Promise<number> {
  const rows = await tx
    .update(demarches)
    .set({ serviceId: to, updatedAt: clock.now() })
    .where(eq(demarches.serviceId, from))
    .returning({ id: demarches.id });
  await record("demarche.entrusted", idsOf(rows), { service: to });
  return rows.length;
}

/** Rows written by one statement, well under its time limit. */
const slice = 500;
const open = demandeStatuses.filter(isOpen);

/** Gives what is not closed to another service. Whoever had taken charge keeps it, if they follow that service too. */
async function handOver(
  { tx, record }: Pick<Work, "tx" | "record">,
  from: ServiceId,
  to: ServiceId,
): Promise<DemandeId[]> {
  const wanted = tx
    .select({ id: demandes.id })
    .from(demandes)
    .where(and(eq(demandes.serviceId, from), inArray(demandes.status, open)))
    .limit(slice);
  const keeps = sql`exists (select 1 from ${agentServices} x where x.service_id = ${to} and x.agent_id = ${demandes.agentId})`;
  for (const all: DemandeId[] = []; ;) {
    const rows = await tx
      .update(demandes)
      .set({
        serviceId: to,
        agentId: sql`case when ${keeps} then ${demandes.agentId} end`,
        lockVersion: sql`${demandes.lockVersion} + 1`,
      })
      .where(and(inArray(demandes.id, wanted), inArray(demandes.status, open)))
      .returning({ id: demandes.id });
    await record("demande.handed_over", idsOf(rows), { service: to });
    all.push(...idsOf(rows));
    if (rows.length < slice) return all;
  }
}

const idsOf = <Id extends string>(rows: readonly { id: Id }[]) => rows.map(({ id }) => id);

/** The agents of a service, invited or at work, also follow another one. */
async function joinHeir(tx: Tx, from: ServiceId, to: ServiceId): Promise<void> {
  const followers = await tx
    .select({ agentId: agents.id })
    .from(agentServices)
    .innerJoin(agents, and(eq(agents.id, agentServices.agentId), isNull(agents.removedAt)))
    .where(eq(agentServices.serviceId, from));
  const rows = followers.map(({ agentId }) => ({ agentId, serviceId: to }));
  if (rows.length > 0) await tx.insert(agentServices).values(rows).onConflictDoNothing();
}

/** The name of a service that nobody at work follows; null when somebody does. */
async function unattendedName(tx: Tx, serviceId: ServiceId): Promise<string | null> {
  const [row] = await tx
    .select({ name: services.name })
    .from(services)
    .where(and(eq(services.id, serviceId), sql`not exists (${followersOf(sql`services.id`)})`));
  return row?.name ?? null;
}
