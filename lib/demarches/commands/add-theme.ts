import { eq } from "drizzle-orm";
import { themes } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { newId, type ThemeId } from "@/lib/shared/ids";
import { done, type Result } from "@/lib/shared/result";
import type { PublishTheme } from "../schema";

/** Adds a theme of the catalogue under its slug; one that is there stays as the town has it. For administrators and the installation. */
export async function addTheme(actor: Actor, input: PublishTheme): Promise<Result<ThemeId, never>> {
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
    const [row] = await tx.select({ id: themes.id }).from(themes).where(eq(themes.slug, input.slug)).limit(1);
    if (!row) throw new NotFound();
    unrecorded("the town has this theme already");
    return done(row.id);
  });
}
