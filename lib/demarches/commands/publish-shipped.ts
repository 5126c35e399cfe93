import { and, eq, inArray, isNull } from "drizzle-orm";
import { demarches } from "@/db/schema/demarches";
import { services } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { Invariant, NotFound } from "@/lib/kernel/errors";
import { done, refuse, type Result } from "@/lib/shared/result";
import { enumerate } from "@/lib/shared/text";
import type { CatalogueEntry, PublishChosen, Shipped } from "../schema";
import { addTheme } from "./add-theme";
import { publishDemarche, type Published } from "./publish-demarche";

export type PublishShippedRefusal = "unknown_demarche" | "unknown_service";

/** What became of one démarche among all: created, there already (left as the town has it), or without a service to answer. */
export type AbsentOutcome = { slug: string; title: string; outcome: "created" | "kept" | "unknown_service" };

/**
 * Publishes, of what ships, the démarches that the town does not have: what a town changed or withdrew stays as it is. `service`:
 * who answers, in place of the service that each names. For administrators and the installation. Gives an outcome a démarche.
 */
export async function publishAbsent(actor: Actor, shipped: Shipped, service?: string): Promise<AbsentOutcome[]> {
  if (actor.kind !== "admin" && actor.kind !== "system") throw new NotFound();
  const entries = shipped.demarches.map((entry) => ({ ...entry, service: service ?? entry.service }));
  return publishEach(actor, shipped, entries);
}

/**
 * Publishes, of what ships, the démarches that are named and that the town does not have; one that it has stays as it is. `service`:
 * who answers, empty for the service that each names. For administrators. Gives how many were published. Nothing is published where
 * one of them does not ship (`unknown_demarche`), or has no open service to answer (`unknown_service`, with their titles). Refuses
 * `already_there` when the town has them all.
 */
export async function publishChosen(
  actor: Actor,
  shipped: Shipped,
  { demarches: slugs, service }: PublishChosen,
): Promise<Result<number, PublishShippedRefusal | "already_there">> {
  if (actor.kind !== "admin") throw new NotFound();
  const entries = shipped.demarches
    .filter(({ slug }) => slugs.includes(slug))
    .map((entry) => ({ ...entry, service: service || entry.service }));
  if (entries.length < new Set(slugs).size) return refuse("unknown_demarche");
  const known = await findServices(entries);
  const orphans = entries.filter((entry) => !known.has(entry.service)).map(({ title }) => `« ${title} »`);
  if (orphans.length > 0) return refuse("unknown_service", { demarches: enumerate(orphans) });
  const outcomes = await publishEach(actor, shipped, entries);
  const created = outcomes.filter(({ outcome }) => outcome === "created").length;
  return created > 0 ? done(created) : refuse("already_there");
}

async function publishEach(
  actor: Actor,
  shipped: Shipped,
  entries: readonly CatalogueEntry[],
): Promise<AbsentOutcome[]> {
  const [present, known] = await Promise.all([findOwnServices(entries), findServices(entries)]);
  const outcomes: AbsentOutcome[] = [];
  for (const entry of entries) {
    const { slug, title } = entry;
    const result = present.has(slug)
      ? null
      : await publishEntry(actor, shipped, entry, { known, isOnlyIfAbsent: true });
    if (!result || (result.ok && result.value.outcome !== "created")) outcomes.push({ slug, title, outcome: "kept" });
    else outcomes.push({ slug, title, outcome: result.ok ? "created" : result.reason });
  }
  return outcomes;
}

/**
 * Publishes one démarche that ships, or brings the town's to the card and the form that ship now, published again if it had been
 * withdrawn. `service`: who answers; left out, the service that the town chose, else the one that the démarche names. For
 * administrators and the installation. Refuses a name that does not ship, a service that is not there or is closed.
 */
export async function publishShipped(
  actor: Actor,
  shipped: Shipped,
  { slug, service }: { slug: string; service?: string },
): Promise<Result<Published, PublishShippedRefusal>> {
  if (actor.kind !== "admin" && actor.kind !== "system") throw new NotFound();
  const entry = shipped.demarches.find((one) => one.slug === slug);
  if (!entry) return refuse("unknown_demarche");
  const chosen = { ...entry, service: service ?? (await findOwnServices([entry])).get(slug) ?? entry.service };
  return publishEntry(actor, shipped, chosen, { known: await findServices([chosen]), isOnlyIfAbsent: false });
}

/** With its theme. What ships is tried by the tests: any other refusal is a mistake of ours. */
async function publishEntry(
  actor: Actor,
  { themes, demarches: all }: Shipped,
  entry: CatalogueEntry,
  { known, isOnlyIfAbsent }: { known: ReadonlySet<string>; isOnlyIfAbsent: boolean },
): Promise<Result<Published, "unknown_service">> {
  const theme = themes.find(({ slug }) => slug === entry.theme);
  if (!theme) throw new Invariant(`démarche « ${entry.slug} »: no theme is called ${entry.theme}`);
  if (!known.has(entry.service)) return refuse("unknown_service");
  await addTheme(actor, { ...theme, position: themes.indexOf(theme) });
  const position = all.findIndex(({ slug }) => slug === entry.slug);
  const result = await publishDemarche(actor, { ...entry, position }, { isOnlyIfAbsent });
  if (result.ok) return done(result.value);
  if (result.reason === "unknown_service") return refuse("unknown_service");
  throw new Invariant(`démarche « ${entry.slug} »: ${result.reason} ${JSON.stringify(result.details ?? {})}`);
}

/** The service that answers for each of these démarches that the town has, by their slugs. */
async function findOwnServices(entries: readonly CatalogueEntry[]): Promise<ReadonlyMap<string, string>> {
  const slugs = entries.map(({ slug }) => slug);
  const rows = await database()
    .select({ slug: demarches.slug, service: services.slug })
    .from(demarches)
    .innerJoin(services, eq(services.id, demarches.serviceId))
    .where(inArray(demarches.slug, slugs));
  return new Map(rows.map(({ slug, service }) => [slug, service]));
}

/** The services that are there and not closed, of those that these démarches name. */
async function findServices(entries: readonly CatalogueEntry[]): Promise<ReadonlySet<string>> {
  const slugs = [...new Set(entries.map(({ service }) => service))];
  const rows = await database()
    .select({ slug: services.slug })
    .from(services)
    .where(and(inArray(services.slug, slugs), isNull(services.closedAt)));
  return new Set(rows.map(({ slug }) => slug));
}
