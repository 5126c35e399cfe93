import { eq } from "drizzle-orm";
import { addCitizen, newGuest, submitted, valueOf } from "@/db/test/citizen-demande";
import { buildTown, smallDefinition, type Town } from "@/db/test/filed-demande";
import { demandes } from "@/db/schema/demandes";
import { demarches, themes } from "@/db/schema/demarches";
import { services } from "@/db/schema/organisation";
import type { System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { publishDemarche } from "@/lib/demarches/commands/publish-demarche";
import { publishDemarcheSchema } from "@/lib/demarches/schema";
import type { DemandeId } from "@/lib/shared/ids";
import { listDemandeFaults } from "../queries/list-faults";
import { rejectDemande } from "./reject-demande";
import { withdrawDemande } from "./withdraw-demande";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

const system: System = { kind: "system", job: "seed" };
let town: Town;
beforeAll(async () => void (town = await buildTown()));

async function publish(slug: string, quota: number | null) {
  const [theme] = await database().select({ slug: themes.slug }).from(themes).limit(1);
  const [service] = await database().select({ slug: services.slug }).from(services).limit(1);
  const card = { slug, title: `Démarche ${slug}`, keywords: "", summary: "Un résumé.", access: "free", quota };
  const input = { ...card, position: 1, isFeatured: false, opensOn: null, closesOn: null, quotaPerPerson: null };
  const parsed = publishDemarcheSchema.parse({
    ...input,
    theme: theme?.slug,
    service: service?.slug,
    definition: smallDefinition,
  });
  return valueOf(await publishDemarche(system, parsed)).demarcheId;
}
const usedOf = async (slug: string) =>
  (await database().select({ used: demarches.quotaUsed }).from(demarches).where(eq(demarches.slug, slug)))[0]?.used;
const reject = async (demandeId: DemandeId) => {
  const [row] = await database().select().from(demandes).where(eq(demandes.id, demandeId));
  valueOf(await rejectDemande(town.agent, { demandeId, lockVersion: row?.lockVersion ?? 0, reason: "Non." }));
};

describe("a quota set after demandes exist", () => {
  it("counts those that hold a place, and none that gave it back", async () => {
    await publish("sans-quota", null);
    await submitted(newGuest(), "sans-quota");
    const rejected = await submitted(newGuest(), "sans-quota");
    await reject(rejected.demandeId);
    const gone = await addCitizen("partie");
    const withdrawn = await submitted(gone, "sans-quota");
    valueOf<unknown>(await withdrawDemande(gone, { demandeId: withdrawn.demandeId, reason: "" }));
    expect(await usedOf("sans-quota")).toBe(0);
    await publish("sans-quota", 2);
    expect(await usedOf("sans-quota")).toBe(1);
    await submitted(newGuest(), "sans-quota");
    await expect(submitted(newGuest(), "sans-quota")).rejects.toThrow("quota_reached");
  });

  it("is right again after it was lifted and set anew, and below what is taken already", async () => {
    await publish("leve", 5);
    await submitted(newGuest(), "leve");
    await publish("leve", null);
    const { demandeId } = await submitted(newGuest(), "leve");
    await submitted(newGuest(), "leve");
    await publish("leve", 1);
    expect(await usedOf("leve")).toBe(3);
    await reject(demandeId);
    expect(await usedOf("leve")).toBe(2);
    await publish("leve", 4);
    expect(await usedOf("leve")).toBe(2);
  });

  it("misses none of those being filed, refused or withdrawn at that moment", async () => {
    await publish("course", null);
    const first = await submitted(newGuest(), "course");
    await Promise.all([
      ...Array.from({ length: 6 }, async () => submitted(newGuest(), "course")),
      reject(first.demandeId),
      publish("course", 50),
    ]);
    expect(await usedOf("course")).toBe(6);
  });

  it("leaves nothing for the integrity check to find", async () => {
    const faults = await listDemandeFaults({ kind: "system", job: "integrity" });
    expect(faults.filter(({ rule }) => rule.startsWith("a quota"))).toEqual([]);
  });
});
