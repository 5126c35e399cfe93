import { and, eq, isNotNull, isNull, max } from "drizzle-orm";
import { demarches, demarcheVersions } from "@/db/schema/demarches";
import { services } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { changedSince } from "@/lib/kernel/seen-version";
import { transact } from "@/lib/kernel/transact";
import type { DemarcheId, ServiceId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { entrustedShown } from "../rules/entrusted-version";
import type { EntrustDemarche } from "../schema";

type Named = { demarcheId: DemarcheId };

/**
 * Withdraws a démarche from the catalogue: nobody begins it any more. What was begun or filed goes on, with its version. For
 * administrators. Refuses `not_published`.
 */
export async function unpublishDemarche(
  actor: Actor,
  { demarcheId }: Named,
): Promise<Result<DemarcheId, "not_published">> {
  return transact(actor, async ({ tx, record }) => {
    const { isPublished, slug } = await lockDemarche(tx, actor, demarcheId);
    if (!isPublished) return refuse("not_published");
    await change(tx, demarcheId, { isPublished: false });
    await record("demarche.unpublished", demarcheId, { slug });
    return done(demarcheId);
  });
}

/**
 * Puts a withdrawn démarche back as the town had it: its card, its service, its last published form. For administrators. Refuses
 * `already_published`, and `no_version`: it has a form in preparation alone.
 */
export async function republishDemarche(
  actor: Actor,
  { demarcheId }: Named,
): Promise<Result<DemarcheId, "already_published" | "no_version">> {
  return transact(actor, async ({ tx, record }) => {
    const { isPublished, slug } = await lockDemarche(tx, actor, demarcheId);
    if (isPublished) return refuse("already_published");
    const [last] = await tx
      .select({ version: max(demarcheVersions.number) })
      .from(demarcheVersions)
      .where(and(eq(demarcheVersions.demarcheId, demarcheId), isNotNull(demarcheVersions.publishedAt)));
    if (!last?.version) return refuse("no_version");
    await change(tx, demarcheId, { isPublished: true });
    await record("demarche.published", demarcheId, { slug, version: last.version });
    return done(demarcheId);
  });
}

/**
 * Chooses the service that answers: what is filed from now on goes to it, drafts included; what was filed stays where it is
 * (decision 041). For administrators. Refuses `unknown_service` (or a closed one), `unchanged`. `seen`: the version that was read;
 * refuses `changed_meanwhile`, when another service answers since.
 */
export async function entrustDemarche(
  actor: Actor,
  { demarcheId, serviceId }: EntrustDemarche,
  seen?: string,
): Promise<Result<DemarcheId, "unknown_service" | "unchanged" | "changed_meanwhile">> {
  return transact(actor, async ({ tx, record }) => {
    const held = await lockDemarche(tx, actor, demarcheId);
    if (!(await isOpenService(tx, serviceId))) return refuse("unknown_service");
    if (held.serviceId === serviceId) return refuse("unchanged");
    const changed = changedSince(seen, entrustedShown(held));
    if (changed) return changed;
    await change(tx, demarcheId, { serviceId });
    await record("demarche.entrusted", demarcheId, { service: serviceId });
    return done(demarcheId);
  });
}

async function lockDemarche(tx: Tx, actor: Actor, demarcheId: DemarcheId) {
  if (actor.kind !== "admin") throw new NotFound();
  const [row] = await tx
    .select({ slug: demarches.slug, isPublished: demarches.isPublished, serviceId: demarches.serviceId })
    .from(demarches)
    .where(eq(demarches.id, demarcheId))
    .for("update");
  if (!row) throw new NotFound();
  return row;
}

async function change(tx: Tx, demarcheId: DemarcheId, values: { isPublished?: boolean; serviceId?: ServiceId }) {
  await tx
    .update(demarches)
    .set({ ...values, updatedAt: clock.now() })
    .where(eq(demarches.id, demarcheId));
}

/** Held until the end, after its démarche as everywhere: it cannot close meanwhile. */
async function isOpenService(tx: Tx, serviceId: ServiceId): Promise<boolean> {
  const found = await tx
    .select({ id: services.id })
    .from(services)
    .where(and(eq(services.id, serviceId), isNull(services.closedAt)))
    .for("share");
  return found.length > 0;
}
