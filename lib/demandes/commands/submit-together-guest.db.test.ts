import { eq } from "drizzle-orm";
import { addDemarche, journalOf, newGuest, valueOf, waitingMails } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { demandes } from "@/db/schema/demandes";
import type { Actor, System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import { findDemandeById } from "../queries/find-demande";
import { listDemandeFaults } from "../queries/list-faults";
import { draftFor, severalServices } from "../testing-together";
import { claimDemande } from "./claim-demande";
import { correctContact } from "./correct-contact";
import { openFollowLink } from "./open-follow-link";
import { submitDemande } from "./submit-demande";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

const slug = "changer";
const system: System = { kind: "system", job: "test" };
let town: Town;
beforeAll(async () => {
  town = await buildTown();
  await addDemarche(town, slug, {}, severalServices);
});

const both = ["registry", "school"];
const submit = (demandeId: DemandeId, more: { updatesAccount?: "yes"; robot?: "passed" } = {}) => ({
  demandeId,
  revision: 1,
  robot: "not_needed" as const,
  ...more,
});

/** Files for these services, and gives every demande that was made, the one of the draft first. */
async function filed(actor: Actor, services: readonly string[] = both) {
  const demandeId = await draftFor(actor, slug, { services });
  valueOf(await submitDemande(actor, submit(demandeId, { robot: "passed" })));
  return together(demandeId);
}

async function together(demandeId: DemandeId) {
  const [first] = await database().select().from(demandes).where(eq(demandes.id, demandeId));
  if (!first) throw new Error("absent");
  const others = first.filingId
    ? await database().select().from(demandes).where(eq(demandes.filingId, first.filingId))
    : [];
  return [first, ...others.filter(({ id }) => id !== demandeId)];
}

async function pair(actor: Actor) {
  const [first, other] = await filed(actor);
  if (!first || !other) throw new Error("one demande only");
  return { first, other };
}

const numbered = async (actor: Actor, demandeId: DemandeId) => {
  const found = await findDemandeById(actor, demandeId);
  if (!found) throw new Error("not found");
  return found;
};

describe("without account", () => {
  it("opens both on the device that filed them, and by the one link of the letter", async () => {
    const guest = newGuest();
    const { first, other } = await pair(guest);
    expect((await numbered(guest, other.id)).together).toMatchObject([{ number: first.number }]);
    const path = (await waitingMails()).at(-1)?.content.action?.path ?? "";
    const elsewhere = newGuest();
    valueOf(await openFollowLink(elsewhere, { token: /jeton=(.*)$/.exec(path)?.[1] ?? "" }));
    expect((await numbered(elsewhere, first.id)).number).toBe(first.number);
    expect((await numbered(elsewhere, other.id)).number).toBe(other.number);
  });

  it("puts a mistyped address right in both, with one letter", async () => {
    const guest = newGuest();
    const { first, other } = await pair(guest);
    const before = (await waitingMails()).filter(({ to }) => to === "bonne@example.org").length;
    valueOf(await correctContact(guest, { demandeId: other.id, email: "bonne@example.org" }));
    const hashes = (await together(first.id)).map(({ contactHash }) => contactHash);
    expect(new Set(hashes).size).toBe(1);
    expect((await waitingMails()).filter(({ to }) => to === "bonne@example.org")).toHaveLength(before + 1);
    expect(await journalOf(first.id, "demande.contact_corrected")).toHaveLength(1);
    expect(await listDemandeFaults(system)).toEqual([]);
  });

  it("joins both to the account that proves the address, each with its line in the journal", async () => {
    const { first, other } = await pair(newGuest());
    valueOf(await claimDemande(town.citizen, { demandeId: other.id }));
    const owners = (await together(first.id)).map(({ accountId }) => accountId);
    expect(owners).toEqual([town.accountId, town.accountId]);
    expect(await journalOf(first.id, "demande.claimed")).toHaveLength(1);
  });
});
