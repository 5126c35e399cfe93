import {
  addCitizen,
  journalOf,
  newGuest,
  readyDraft,
  startedDraft,
  submitted,
  valueOf,
  waitingMails,
} from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { outbox } from "@/db/schema/platform";
import { database } from "@/lib/kernel/database";
import { newId, type DemandeId } from "@/lib/shared/ids";
import { findDraft } from "../queries/find-draft";
import { listOnDevice } from "../queries/list-on-device";
import { peekFollowLink } from "../queries/peek-follow-link";
import { askDraftLink } from "./ask-draft-link";
import { claimDemande } from "./claim-demande";
import { openFollowLink } from "./open-follow-link";
import { quitDevice } from "./quit-device";
import { saveStep } from "./save-step";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

let addresses = 0;
/** A draft with an address of its own: what one address may receive is limited. */
async function begun() {
  const guest = newGuest();
  const demandeId = await readyDraft(guest);
  const email = `brouillon-${(addresses += 1)}@example.org`;
  const edition = (await findDraft(guest, demandeId))?.edition ?? 0;
  const raw = { "applicant.firstName": "Camille", "applicant.lastName": "Exemple", "applicant.email": email };
  const step = { step: "informations", mode: "continue", part: "fields" } as const;
  valueOf(await saveStep(guest, { ...step, demandeId, edition, raw }));
  return { guest, demandeId, email };
}
async function tokenSentTo(email: string): Promise<string> {
  const letter = (await waitingMails()).filter(({ to }) => to === email).at(-1);
  return /jeton=(.*)$/.exec(letter?.content.action?.path ?? "")?.[1] ?? "";
}

describe("askDraftLink", () => {
  it("opens the draft elsewhere, and « Quitter » then leaves it to its link", async () => {
    const { guest, demandeId, email } = await begun();
    expect(await askDraftLink(guest, { demandeId, email })).toEqual({ ok: true, value: null });
    const { drafts } = await listOnDevice(guest);
    expect(drafts).toMatchObject([{ id: demandeId, email, linkUntil: expect.any(Date) as Date }]);
    expect(valueOf(await quitDevice(guest, guest.guest))).toEqual({ closed: 1, erased: 0 });

    const phone = newGuest();
    const token = await tokenSentTo(email);
    expect(await peekFollowLink(phone, token)).toMatchObject({ state: "valid", number: null, demandeId });
    expect(valueOf(await openFollowLink(phone, { token }))).toEqual({ demandeId, number: null });
    expect(await findDraft(phone, demandeId)).toMatchObject({ answers: { applicant: { email } } });
    expect(await journalOf(demandeId, "demande.follow_link_asked")).toHaveLength(1);
  });

  it("is asked from anywhere by who knows the address, as after the browser closed", async () => {
    const { demandeId, email } = await begun();
    valueOf(await askDraftLink(newGuest(), { demandeId, email }));
    expect((await openFollowLink(newGuest(), { token: await tokenSentTo(email) })).ok).toBe(true);
  });

  it("answers the same and sends nothing for another address, a draft without one, a filed demande, an account's draft", async () => {
    const { demandeId, email } = await begun();
    const empty = await startedDraft(newGuest());
    const { demandeId: filed } = await submitted(newGuest());
    const own = await readyDraft(town.citizen);
    const before = await database().$count(outbox);
    for (const asked of [
      { demandeId, email: "quelquun@example.org" },
      { demandeId: empty, email },
      { demandeId: filed, email: "camille@example.org" },
      { demandeId: own, email: "camille@example.org" },
      { demandeId: newId<DemandeId>(), email },
    ])
      expect(await askDraftLink(newGuest(), asked)).toEqual({ ok: true, value: null });
    expect(await database().$count(outbox)).toBe(before);
  });

  it("writes five letters an hour to one address, not more", async () => {
    const { guest, demandeId, email } = await begun();
    const before = await database().$count(outbox);
    for (let i = 0; i < 8; i += 1) valueOf(await askDraftLink(guest, { demandeId, email }));
    expect((await database().$count(outbox)) - before).toBeLessThanOrEqual(5);
  });

  it("joins an account by its link, and opens nothing without it any more", async () => {
    const { guest, demandeId, email } = await begun();
    valueOf(await askDraftLink(guest, { demandeId, email }));
    const jeton = await tokenSentTo(email);
    const citizen = await addCitizen("par-brouillon");
    valueOf(await claimDemande(citizen, { demandeId, jeton }));
    expect(await findDraft(citizen, demandeId)).not.toBeNull();
    expect(await findDraft(guest, demandeId)).toBeNull();
    expect(await openFollowLink(newGuest(), { token: jeton })).toEqual({ ok: false, reason: "unknown" });
  });
});
