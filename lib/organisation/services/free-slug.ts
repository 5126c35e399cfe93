import { like } from "drizzle-orm";
import type { organisations, services } from "@/db/schema/organisation";
import type { Tx } from "@/lib/kernel/database";
import { fold } from "@/lib/shared/text";

/** A name of the tables that no row has: « etat-civil » of « Service état civil », « etat-civil-2 » where it is taken. It never changes again. */
export async function freeSlug(tx: Tx, table: typeof organisations | typeof services, name: string): Promise<string> {
  const wanted = slugOf(name);
  const rows = await tx
    .select({ slug: table.slug })
    .from(table)
    .where(like(table.slug, `${wanted}%`));
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let rank = 2; ; rank += 1) {
    const candidate = rank === 2 && !taken.has(wanted) ? wanted : `${wanted}-${rank}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function slugOf(name: string): string {
  const words = fold(name).match(/[a-z0-9]+/g) ?? [];
  const [first, ...rest] = words;
  const told = first === "service" && rest.length > 0 ? rest : words;
  return told.join("-").slice(0, 50).replace(/-$/, "") || "service";
}
