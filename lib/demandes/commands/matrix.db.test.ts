import { asc, eq } from "drizzle-orm";
import { correctionItems, demandeEvents, demandeGuests, demandes } from "@/db/schema/demandes";
import { addCitizen, newGuest } from "@/db/test/citizen-demande";
import { addRevision, buildTown, fileDemande, type Town } from "@/db/test/filed-demande";
import type { Actor, Anonymous, Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { DemandeId } from "@/lib/shared/ids";
import type { Result } from "@/lib/shared/result";
import { demandeStatuses, type DemandeStatus } from "@/lib/vocabulary/demande-status";
import { canMove, type Mover } from "../status";
import { cancelDemande } from "./cancel-demande";
import { completeDemande } from "./complete-demande";
import { declareIncomplete } from "./declare-incomplete";
import { rejectDemande } from "./reject-demande";
import { reopenDemande } from "./reopen-demande";
import { submitDemande } from "./submit-demande";
import { takeCharge } from "./take-charge";
import { validateDemande } from "./validate-demande";
import { withdrawDemande } from "./withdraw-demande";

/**
 * States × states × actors (docs/glossary.md), through the commands that people use: every one that may lead to a state is tried from
 * every state by every actor. `status.test.ts` holds the pure table against the specification; here the commands obey it.
 */

// Some five hundred demandes on two busy cores.
jest.setTimeout(60_000);

type Try = (actor: Actor, demandeId: DemandeId) => Promise<Result<unknown>>;

const reason = "Le motif.";
const asAgent = (demandeId: DemandeId) => ({ demandeId, lockVersion: 0, reason, answer: "La réponse." });
const items = [{ fieldPath: "act.copies", reason: "incorrect" as const, comment: "" }];
/** The open form of `prepared`: the first revision of a draft, the second of what was filed. */
const submit: Try = async (actor, demandeId) =>
  submitDemande(actor, { demandeId, revision: (await statusOf(demandeId)) === "draft" ? 1 : 2, robot: "passed" });

/** Which commands lead where. A state that no command of a side leads to is one that its column of the table never names. */
const ways: Record<Mover, Partial<Record<DemandeStatus, readonly Try[]>>> = {
  citizen: {
    pending: [submit],
    rectified: [submit],
    cancelled: [(actor, demandeId) => withdrawDemande(actor, { demandeId, reason })],
  },
  agent: {
    in_progress: [(actor, id) => takeCharge(actor, asAgent(id)), (actor, id) => reopenDemande(actor, asAgent(id))],
    incomplete: [(actor, id) => declareIncomplete(actor, { ...asAgent(id), items })],
    complete: [(actor, id) => completeDemande(actor, asAgent(id))],
    rejected: [(actor, id) => rejectDemande(actor, asAgent(id))],
    cancelled: [(actor, id) => cancelDemande(actor, asAgent(id))],
    validated: [(actor, id) => validateDemande(actor, asAgent(id))],
  },
};

let town: Town;
let guest: Anonymous;
let neighbour: Citizen;
beforeAll(async () => {
  town = await buildTown();
  guest = newGuest();
  neighbour = await addCitizen("voisine");
});

async function statusOf(id: DemandeId): Promise<DemandeStatus | undefined> {
  const [row] = await database().select({ status: demandes.status }).from(demandes).where(eq(demandes.id, id));
  return row?.status;
}

const historyOf = (id: DemandeId) =>
  database().select().from(demandeEvents).where(eq(demandeEvents.demandeId, id)).orderBy(asc(demandeEvents.id));

/** A demande in this state, of the account or of a guest, with a changed form ready to be sent. */
async function prepared(from: DemandeStatus, owner: Citizen | Anonymous): Promise<DemandeId> {
  const { id } = await fileDemande(town, from, owner.kind === "citizen" ? {} : { accountId: null });
  const now = new Date();
  if (owner.kind === "anonymous" && owner.guest)
    await database()
      .insert(demandeGuests)
      .values({
        demandeId: id,
        guestHash: owner.guest,
        createdAt: now,
        expiresAt: new Date(now.getTime() + 3_600_000),
      });
  if (from === "draft") return id;
  const applicant = { firstName: "Camille", lastName: "Exemple", email: "camille@example.org" };
  await addRevision(id, 2, { applicant, act: { copies: 3 } }, false);
  if (from === "incomplete")
    await database()
      .insert(correctionItems)
      .values({ demandeId: id, revision: 1, fieldPath: "act.copies", reason: "incorrect" });
  return id;
}

const movers = [
  { who: "its account", mover: "citizen", actor: () => town.citizen, owner: () => town.citizen },
  { who: "the person without account", mover: "citizen", actor: () => guest, owner: () => guest },
  { who: "an agent of the service", mover: "agent", actor: () => town.agent, owner: () => town.citizen },
] as const;
const cells = movers.flatMap((mover) =>
  demandeStatuses.flatMap((from) => demandeStatuses.map((to) => ({ ...mover, from, to }))),
);

describe.each(cells)("$who: $from → $to", ({ mover, actor, owner, from, to }) => {
  const isAllowed = canMove(from, to, mover);

  it(isAllowed ? "moves, and writes one line of history" : "does not move", async () => {
    const tries = ways[mover][to] ?? [];
    const moved: boolean[] = [];
    for (const each of tries) {
      const id = await prepared(from, owner());
      await each(actor(), id).catch(expectNotFound);
      const history = await historyOf(id);
      const [line] = history;
      // Submitting leads where the state says, perhaps not to the state of this cell: allowed too, or nothing was written.
      if (line) expect(canMove(line.fromStatus, line.toStatus, mover)).toBe(true);
      expect(history.map((each) => [each.fromStatus, each.toStatus, each.actor])).toEqual(
        line ? [[from, await statusOf(id), mover]] : [],
      );
      if (!line) expect(await statusOf(id)).toBe(from);
      moved.push(line?.toStatus === to);
    }
    expect(moved.filter(Boolean)).toHaveLength(isAllowed ? 1 : 0);
  });
});

const strangers = [
  { who: "another account", actor: () => neighbour },
  { who: "a device without its key", actor: () => newGuest() },
  { who: "an agent of another service", actor: () => town.stranger },
  { who: "an administrator who does not serve there", actor: () => town.admin },
] as const;

describe.each(strangers)("$who", ({ actor }) => {
  it.each(demandeStatuses)("moves nothing that is %s: it does not exist for them", async (from) => {
    const id = await prepared(from, town.citizen);
    for (const tries of [...Object.values(ways.citizen), ...Object.values(ways.agent)])
      for (const each of tries) await expect(each(actor(), id)).rejects.toThrow(NotFound);
    expect(await statusOf(id)).toBe(from);
    expect(await historyOf(id)).toEqual([]);
  });
});

/** What an actor may not see, a draft for an agent, does not exist. */
function expectNotFound(error: unknown): void {
  expect(error).toBeInstanceOf(NotFound);
}
