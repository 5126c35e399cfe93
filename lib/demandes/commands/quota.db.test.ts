import { eq } from "drizzle-orm";
import { submitRefusals } from "@/app/demandes/refusals";
import {
  addCitizen,
  addDemarche,
  newGuest,
  readyDraft,
  startedDraft,
  submitted,
  valueOf,
} from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { meanwhile } from "@/db/test/meanwhile";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import { fingerprint } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { toMailServers } from "@/lib/shared/email";
import type { DemandeId, DemarcheId } from "@/lib/shared/ids";
import { getDraft } from "../queries/find-draft";
import { listQuotaHeld } from "../queries/list-quota-held";
import { listDraftsOf } from "../queries/list-drafts";
import { cancelDemande } from "./cancel-demande";
import { rejectDemande } from "./reject-demande";
import { reopenDemande } from "./reopen-demande";
import { submitDemande } from "./submit-demande";
import { withdrawDemande } from "./withdraw-demande";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

const usedOf = async (demarcheId: DemarcheId) =>
  (await database().select({ used: demarches.quotaUsed }).from(demarches).where(eq(demarches.id, demarcheId)))[0]?.used;
const judge = async (demandeId: DemandeId) => {
  const [row] = await database()
    .select({ lockVersion: demandes.lockVersion })
    .from(demandes)
    .where(eq(demandes.id, demandeId));
  return { demandeId, lockVersion: row?.lockVersion ?? 0, reason: "Le service l’a décidé." };
};

describe("a place of a quota", () => {
  it.each([
    ["its owner withdraws it", async (id: DemandeId) => withdrawDemande(town.citizen, { demandeId: id, reason: "" })],
    ["an agent rejects it", async (id: DemandeId) => rejectDemande(town.agent, await judge(id))],
    ["an agent cancels it", async (id: DemandeId) => cancelDemande(town.agent, await judge(id))],
  ])("is free again once %s, and goes to whoever waits", async (how, close) => {
    const slug = `place-${how.replace(/\W/g, "-").toLowerCase()}`;
    const demarcheId = await addDemarche(town, slug, { quota: 1 });
    const { demandeId } = await submitted(town.citizen, slug);
    expect(await usedOf(demarcheId)).toBe(1);
    valueOf<unknown>(await close(demandeId));
    expect(await usedOf(demarcheId)).toBe(0);
    await submitted(newGuest(), slug);
    expect(await usedOf(demarcheId)).toBe(1);
  });

  it("is taken again by a demande that was rejected and is taken up, even beyond the quota", async () => {
    const demarcheId = await addDemarche(town, "place-reprise", { quota: 1 });
    const { demandeId } = await submitted(town.citizen, "place-reprise");
    valueOf(await rejectDemande(town.agent, await judge(demandeId)));
    await submitted(await addCitizen("suivante"), "place-reprise");
    valueOf(await reopenDemande(town.agent, await judge(demandeId)));
    expect(await usedOf(demarcheId)).toBe(2);
    valueOf(await rejectDemande(town.agent, await judge(demandeId)));
    expect(await usedOf(demarcheId)).toBe(1);
  });

  it("is not given twice: a demande that goes on keeps the one it has", async () => {
    const demarcheId = await addDemarche(town, "place-gardee", { quota: 3 });
    const { demandeId } = await submitted(town.citizen, "place-gardee");
    valueOf(await rejectDemande(town.agent, await judge(demandeId)));
    expect((await cancelDemande(town.agent, await judge(demandeId))).ok).toBe(false);
    expect(await usedOf(demarcheId)).toBe(0);
  });
});

describe("the last place of all", () => {
  it("is given once to eight who send at the same time; the seven others are told, keep their draft, and the count is right", async () => {
    const slug = "derniere-place";
    const demarcheId = await addDemarche(town, slug, { quota: 100, quotaUsed: 99 });
    const guests = Array.from({ length: 8 }, newGuest);
    const drafts: { guest: Actor; demandeId: DemandeId }[] = [];
    for (const guest of guests) drafts.push({ guest, demandeId: await readyDraft(guest, slug) });
    // The démarche is held until they wait for it: all of them read that one place is left.
    const answers = await meanwhile(
      (tx) => tx.update(demarches).set({ quotaUsed: 99 }).where(eq(demarches.id, demarcheId)),
      () =>
        Promise.all(
          drafts.map(({ guest, demandeId }) => submitDemande(guest, { demandeId, revision: 1, robot: "passed" })),
        ),
    );
    if (answers instanceof Error) throw answers;
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]));
    expect(refused).toEqual(Array.from({ length: 7 }, () => "quota_reached"));
    expect(submitRefusals.quota_reached).toMatch(/^Le nombre de demandes possibles est atteint/);
    expect(await usedOf(demarcheId)).toBe(100);
    const states = await database()
      .select({ status: demandes.status })
      .from(demandes)
      .where(eq(demandes.demarcheId, demarcheId));
    expect(states.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 7 }, () => "draft"), "pending"]);
    const first = drafts.find((_, at) => answers[at]?.ok === false);
    if (!first) throw new Error("nobody was refused");
    expect((await getDraft(first.guest, first.demandeId)).unavailable).toBe("quota_reached");
  });
});

describe("the places of one person", () => {
  it("are counted under either writing of an accented domain, whichever was kept", async () => {
    await addDemarche(town, "deux-ecritures", { quotaPerPerson: 1 });
    const accented = "nour@bibliothèque.example";
    const guest = newGuest();
    const draft = async () => {
      const demandeId = await readyDraft(guest, "deux-ecritures");
      const [row] = await database().select().from(demandeRevisions).where(eq(demandeRevisions.demandeId, demandeId));
      const applicant = { ...(row?.answers.applicant as object), email: accented };
      const answers = { ...row?.answers, applicant };
      await database().update(demandeRevisions).set({ answers }).where(eq(demandeRevisions.demandeId, demandeId));
      return demandeId;
    };
    const first = await draft();
    valueOf(await submitDemande(guest, { demandeId: first, revision: 1, robot: "passed" }));
    const kept = fingerprint("contact", toMailServers(accented));
    await database().update(demandes).set({ contactHash: kept }).where(eq(demandes.id, first));
    expect(await submitDemande(guest, { demandeId: await draft(), revision: 1, robot: "passed" })).toMatchObject({
      reason: "personal_quota_reached",
    });
  });
});

describe("the page of a démarche", () => {
  it("names what took all that its reader may file, and nobody else's, until a place is given back", async () => {
    await addDemarche(town, "deux-fois", { quotaPerPerson: 2 });
    const [citizen, other] = [await addCitizen("deux-fois"), await addCitizen("deux-fois-autre")];
    const first = await submitted(citizen, "deux-fois");
    expect(await listQuotaHeld(citizen, "deux-fois")).toEqual([]);
    const second = await submitted(citizen, "deux-fois");
    const numbers = (await listQuotaHeld(citizen, "deux-fois")).map(({ number }) => number);
    expect(numbers).toEqual([second.number, first.number]);
    expect(await listQuotaHeld(other, "deux-fois")).toEqual([]);
    valueOf(await rejectDemande(town.agent, await judge(first.demandeId)));
    expect(await listQuotaHeld(citizen, "deux-fois")).toEqual([]);
  });
});

describe("a draft", () => {
  it("says at once that the quota is reached, in its pages and in the list, and no longer when a place is free", async () => {
    await addDemarche(town, "complet", { quota: 1 });
    const citizen = await addCitizen("en-attente");
    const draft = await readyDraft(citizen, "complet");
    expect((await getDraft(citizen, draft)).unavailable).toBeNull();
    const { demandeId } = await submitted(town.citizen, "complet");
    expect((await getDraft(citizen, draft)).unavailable).toBe("quota_reached");
    expect(await listDraftsOf(citizen, "complet")).toMatchObject([{ unavailable: "quota_reached" }]);
    expect(await submitDemande(citizen, { demandeId: draft, revision: 1, robot: "not_needed" })).toMatchObject({
      reason: "quota_reached",
    });
    valueOf(await rejectDemande(town.agent, await judge(demandeId)));
    expect((await getDraft(citizen, draft)).unavailable).toBeNull();
  });

  it("says that its account has already done as much as it may, and never what an address only typed has done", async () => {
    await addDemarche(town, "une-fois", { quotaPerPerson: 1 });
    const citizen = await addCitizen("une-fois");
    const second = await startedDraft(citizen, "une-fois");
    await submitted(citizen, "une-fois");
    expect((await getDraft(citizen, second)).unavailable).toBe("personal_quota_reached");
    expect(await listDraftsOf(citizen, "une-fois")).toMatchObject([{ unavailable: "personal_quota_reached" }]);
    const guest = newGuest();
    const typed = await readyDraft(guest, "une-fois");
    expect((await getDraft(guest, typed)).unavailable).toBeNull();
    expect(await listDraftsOf(guest, "une-fois")).toMatchObject([{ unavailable: null }]);
  });
});
