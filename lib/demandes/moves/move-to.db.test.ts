import { eq } from "drizzle-orm";
import { addCitizen, addDemarche } from "@/db/test/citizen-demande";
import { buildTown, fileDemande, type Town } from "@/db/test/filed-demande";
import { demarches } from "@/db/schema/demarches";
import type { Actor, System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import type { DemarcheId } from "@/lib/shared/ids";
import { demandeStatuses, type DemandeStatus } from "@/lib/vocabulary/demande-status";
import { lockDemande } from "./lock-demande";
import { moveTo } from "./move-to";
import { rulesOf, takePlace } from "./quota";
import { canMove } from "../status";

jest.setTimeout(60_000);

/** The states with a place, said a second time: whoever changes one must change the other. */
const withPlace = ["pending", "in_progress", "incomplete", "rectified", "complete", "validated"];
const system: System = { kind: "system", job: "essai" };
const pairs = demandeStatuses.flatMap((from) => demandeStatuses.map((to) => [from, to] as const));

let town: Town;
let demarcheId: DemarcheId;
beforeAll(async () => {
  town = await buildTown();
  demarcheId = await addDemarche(town, "places", { quota: 100, quotaUsed: 50 });
});

class Undone extends Error {}

/** How many places a move takes (or gives back, below zero). Nothing of it stays. */
async function placesOf(actor: Actor, from: DemandeStatus, to: DemandeStatus, isTaken: boolean): Promise<number> {
  const { id } = await fileDemande(town, from, { demarcheId });
  const used = async (reader: Pick<ReturnType<typeof database>, "select">) =>
    (await reader.select({ used: demarches.quotaUsed }).from(demarches).where(eq(demarches.id, demarcheId)))[0]?.used ??
    0;
  let places = 0;
  const move = database().transaction(async (tx) => {
    const before = await used(tx);
    const demande = await lockDemande(tx, actor, id);
    const rules = isTaken ? await rulesOf(tx, demarcheId) : null;
    const person = { accountId: town.accountId, contactHashes: [] };
    const taken = rules && (await takePlace(tx, rules, person, id, new Date()));
    const set = { number: to === "draft" ? null : (demande.number ?? "2026-TEST-NEUF") };
    await moveTo(tx, actor, demande, to, { set, taken: taken?.ok ? { place: taken.value } : undefined });
    places = (await used(tx)) - before;
    throw new Undone();
  });
  await expect(move).rejects.toThrow(Undone);
  return places;
}

describe("what a move takes and gives back", () => {
  it.each(pairs)("%s → %s: by its two states alone, though no person may", async (from, to) => {
    const expected = Number(withPlace.includes(to)) - Number(withPlace.includes(from));
    expect(await placesOf(system, from, to, from === "draft" && expected > 0)).toBe(expected);
  });

  it.each(pairs.filter(([from, to]) => from !== "draft" && canMove(from, to, "citizen")))(
    "%s → %s by its owner: the same",
    async (from, to) => {
      expect(await placesOf(town.citizen, from, to, false)).toBe(
        Number(withPlace.includes(to)) - Number(withPlace.includes(from)),
      );
    },
  );

  it.each(pairs.filter(([from, to]) => canMove(from, to, "agent")))(
    "%s → %s by an agent: the same",
    async (from, to) => {
      expect(await placesOf(town.agent, from, to, false)).toBe(
        Number(withPlace.includes(to)) - Number(withPlace.includes(from)),
      );
    },
  );

  it("refuses to file a draft of which nobody took the place, and two drafts with one place", async () => {
    const owner = await addCitizen("pressee");
    const [one, other] = [
      await fileDemande(town, "draft", { demarcheId, accountId: owner.accountId }),
      await fileDemande(town, "draft", { demarcheId, accountId: owner.accountId }),
    ];
    await database().transaction(async (tx) => {
      const rules = await rulesOf(tx, demarcheId);
      if (!rules) throw new Error("no démarche");
      const person = { accountId: owner.accountId, contactHashes: [] };
      const taken = await takePlace(tx, rules, person, one.id, new Date());
      if (!taken.ok) throw new Error(taken.reason);
      const move = { taken: { place: taken.value }, set: { number: "2026-TEST-SEUL" } };
      const demande = await lockDemande(tx, owner, one.id);
      await moveTo(tx, owner, demande, "pending", move);
      await expect(
        tx.transaction(async (within) => {
          const set = { number: "2026-TEST-DEUX" };
          await moveTo(within, owner, await lockDemande(within, owner, other.id), "pending", { ...move, set });
        }),
      ).rejects.toThrow(Invariant);
      await expect(
        tx.transaction(async (within) =>
          moveTo(within, owner, await lockDemande(within, owner, other.id), "pending", {
            set: { number: "2026-TEST-RIEN" },
          }),
        ),
      ).rejects.toThrow(Invariant);
    });
  });
});
