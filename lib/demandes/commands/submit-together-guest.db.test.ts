import { eq } from "drizzle-orm";
import { addDemarche, journalOf, newGuest, valueOf, waitingMails } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { somebodyWaits } from "@/db/test/meanwhile";
import { demandes } from "@/db/schema/demandes";
import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { anonymous, type System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { joinPath } from "../filing/invite-applicant";
import { listDemandeFaults } from "../queries/list-faults";
import { numbered, pair, severalServices, slug, together } from "../testing/together";
import { claimDemande } from "./claim-demande";
import { correctContact } from "./correct-contact";
import { openFollowLink } from "./open-follow-link";
import { openInvitedAccount } from "./open-invited-account";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

const system: System = { kind: "system", job: "test" };
const password = "une phrase assez longue 42";
const person = {
  firstName: "Camille",
  lastName: "Exemple",
  password,
  passwordConfirmation: password,
  terms: true,
} as const;

/** The secret of the last letter of a kind to an address. */
async function secretSent(to: string, kind: string): Promise<string> {
  const letter = (await waitingMails()).findLast((mail) => mail.to === to && mail.kind === kind);
  return /jeton=(.*)$/.exec(letter?.content.action?.path ?? "")?.[1] ?? "";
}

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

  it("holds none of them while it waits for the first: two ways to an account at once never wait for each other", async () => {
    const guest = newGuest();
    const { first, other } = await pair(guest);
    const email = "sans.compte@example.org";
    valueOf(await correctContact(guest, { demandeId: other.id, email }));
    const link = await secretSent(email, "demande.received");
    const returnTo = joinPath(other.number ?? "");
    valueOf(await inviteAccount(anonymous, { email, kind: "personal", returnTo }));
    const jeton = await secretSent(email, "account.activation");
    const begun = await database().transaction(async (tx) => {
      await tx.select().from(demandes).where(eq(demandes.id, first.id)).for("update");
      const opened = openInvitedAccount(anonymous, { ...person, jeton }, "Firefox");
      await somebodyWaits(tx);
      const which = eq(demandes.id, other.id);
      expect(await tx.select().from(demandes).where(which).for("update", { skipLocked: true })).toHaveLength(1);
      const claimed = claimDemande(town.citizen, { demandeId: other.id, jeton: link });
      return { settled: Promise.allSettled([opened, claimed]) };
    });
    const [opened, claimed] = await begun.settled;
    expect(opened).toMatchObject({ value: { ok: true } });
    const owners = (await together(first.id)).map(({ accountId }) => accountId);
    expect(owners[0]).not.toBeNull();
    expect(owners[1]).toBe(owners[0]);
    const isClaimed = owners[0] === town.accountId;
    expect(claimed).toMatchObject(isClaimed ? { value: { ok: true } } : { reason: { message: "introuvable" } });
    expect(await journalOf(first.id, "demande.claimed")).toMatchObject([{ details: { proof: "together" } }]);
  });
});
