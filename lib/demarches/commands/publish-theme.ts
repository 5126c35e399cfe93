import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { themes } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { newId, type ThemeId } from "@/lib/shared/ids";
import { done, type Result } from "@/lib/shared/result";

export type PublishTheme = Omit<typeof themes.$inferInsert, "id">;

/** Adds a theme of the catalogue under its slug, or changes it; the same twice writes nothing. For administrators and the installation. */
export async function publishTheme(actor: Actor, input: PublishTheme): Promise<Result<ThemeId, never>> {
  return transact(actor, async ({ tx, record, unrecorded }) => {
    if (actor.kind !== "admin" && actor.kind !== "system") throw new NotFound();
    const fresh = { ...input, id: newId<ThemeId>() };
    const [inserted] = await tx
      .insert(themes)
      .values(fresh)
      .onConflictDoNothing({ target: themes.slug })
      .returning({ id: themes.id });
    if (inserted) {
      await record("theme.published", inserted.id, { slug: input.slug });
      return done(inserted.id);
    }
    const [row] = await tx.select().from(themes).where(eq(themes.slug, input.slug)).for("update");
    if (!row) throw new NotFound();
    const { id, ...known } = row;
    if (isDeepStrictEqual(known, { ...known, ...input })) unrecorded("the same theme, published again");
    else {
      await tx.update(themes).set(input).where(eq(themes.id, id));
      await record("theme.published", id, { slug: input.slug });
    }
    return done(id);
  });
}
