import { addDemarche, newGuest, submitted, valueOf } from "@/db/test/citizen-demande";
import { statementsOf } from "@/db/test/count-statements";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { database } from "@/lib/kernel/database";
import { withdrawDemande } from "@/lib/demandes/commands/withdraw-demande";
import { whyUnavailable } from "@/lib/demarches/status";
import { demarchesOfCatalogue, openDemarche, searchInCatalogue } from "./catalogue";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});
afterAll(() => database().$client.end());

async function closedBy(slug: string) {
  const demarche = await openDemarche(slug);
  if (!demarche) throw new Error(slug);
  return whyUnavailable(demarche, "2026-11-23");
}

describe("the page of a démarche", () => {
  it("closes with its last place and opens with the first one given back, whatever was read a moment before", async () => {
    await addDemarche(town, "une-place", { quota: 1 });
    expect(await closedBy("une-place")).toBeNull();
    const { demandeId } = await submitted(town.citizen, "une-place");
    expect(await closedBy("une-place")).toBe("quota_reached");
    valueOf<unknown>(await withdrawDemande(town.citizen, { demandeId, reason: "" }));
    expect(await closedBy("une-place")).toBeNull();
    await submitted(newGuest(), "une-place");
    expect(await closedBy("une-place")).toBe("quota_reached");
  });

  it("reads the quota alone once it is known, and nothing where there is none", async () => {
    await addDemarche(town, "dix-places", { quota: 10 });
    await addDemarche(town, "sans-quota");
    await Promise.all(["dix-places", "sans-quota"].map(openDemarche));
    expect(await statementsOf(() => openDemarche("dix-places"))).toHaveLength(1);
    expect(await statementsOf(() => openDemarche("sans-quota"))).toHaveLength(0);
  });

  it("is none for a démarche that is not there", async () => {
    expect(await openDemarche("inconnue")).toBeNull();
  });
});

it("the lists ask nothing more", async () => {
  await demarchesOfCatalogue();
  expect(await statementsOf(demarchesOfCatalogue)).toHaveLength(0);
});

it("takes the number of a demande to its follow-up, whether such a demande exists or not", async () => {
  const { number } = await submitted(town.citizen, "sans-quota");
  for (const q of [number, `n° ${number.toLowerCase().replaceAll("-", " ")}`])
    expect(await searchInCatalogue(q)).toMatchObject({
      demarches: [],
      elsewhere: { link: { href: `/suivi?numero=${number}` } },
    });
  expect(await searchInCatalogue("2026-AAAA-AAAB")).toMatchObject({ elsewhere: null });
});
