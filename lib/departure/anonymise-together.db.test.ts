import { eq } from "drizzle-orm";
import { addDemarche, valueOf } from "@/db/test/citizen-demande";
import { buildTown } from "@/db/test/filed-demande";
import { attachments, demandes } from "@/db/schema/demandes";
import { submitDemande } from "@/lib/demandes/commands/submit-demande";
import { findDemandeById } from "@/lib/demandes/queries/find-demande";
import { isFileNamed } from "@/lib/demandes/queries/is-file-named";
import { draftFor, severalServices } from "@/lib/demandes/testing/together";
import type { System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { transact } from "@/lib/kernel/transact";
import type { DemandeId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { anonymiseDemandes } from "./steps/walk-personal";

const system: System = { kind: "system", job: "test" };

const anonymise = (id: DemandeId) =>
  transact(system, async (work) => {
    await anonymiseDemandes(work, [id]);
    return done(null);
  });

it("F7: what was filed with an anonymised demande no longer leads to it, and keeps its files until its own turn", async () => {
  const town = await buildTown();
  await addDemarche(town, "changer", {}, severalServices);
  const demandeId = await draftFor(town.citizen, "changer", { services: ["registry", "school"] });
  valueOf(await submitDemande(town.citizen, { demandeId, revision: 1, robot: "not_needed" }));
  const [first] = await database().select().from(demandes).where(eq(demandes.id, demandeId));
  const [file] = await database().select().from(attachments).where(eq(attachments.demandeId, demandeId));
  const rows = await database().select().from(demandes).where(eq(demandes.accountId, town.accountId));
  const other = rows.find(({ id }) => id !== demandeId);
  if (!first?.filingId || !file || !other) throw new Error("not filed together");

  await anonymise(demandeId);
  const [emptied] = await database().select().from(demandes).where(eq(demandes.id, demandeId));
  expect(emptied?.filingId).toBeNull();
  expect((await findDemandeById(town.citizen, other.id))?.together).toEqual([]);
  expect(await isFileNamed(system, file.storageKey)).toBe(true);
  await anonymise(other.id);
  expect(await isFileNamed(system, file.storageKey)).toBe(false);
});
