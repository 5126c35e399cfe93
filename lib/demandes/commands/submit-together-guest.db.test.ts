import { addDemarche, journalOf, newGuest, valueOf, waitingMails } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import type { System } from "@/lib/kernel/actor";
import { listDemandeFaults } from "../queries/list-faults";
import { numbered, pair, severalServices, slug, together } from "../testing-together";
import { claimDemande } from "./claim-demande";
import { correctContact } from "./correct-contact";
import { openFollowLink } from "./open-follow-link";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

const system: System = { kind: "system", job: "test" };
let town: Town;
beforeAll(async () => {
  town = await buildTown();
  await addDemarche(town, slug, {}, severalServices);
});

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
