import { eq, sql } from "drizzle-orm";
import { addCitizen, addDemarche, newGuest, readyDraft, submitted, valueOf } from "@/db/test/citizen-demande";
import { plansOf, statementsOf } from "@/db/test/count-statements";
import { buildTown, fileDemande, smallDefinition, type Town } from "@/db/test/filed-demande";
import { attachments, demandes } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { takeCharge } from "../commands/take-charge";
import { withdrawDemande } from "../commands/withdraw-demande";
import { cancelDemande } from "../commands/cancel-demande";
import { makeNumber } from "../rules/number";
import { findDemande, findDemandeById } from "./find-demande";
import { findDraft } from "./find-draft";
import { getHistory } from "./get-history";
import { listChanges } from "./list-changes";
import { listDemandes, listLatestDemandes } from "./list-demandes";
import { listDrafts, listDraftsOf } from "./list-drafts";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

describe("« Mes demandes »", () => {
  it("F98 F99: four on the dashboard, then pages of twenty that never repeat nor forget one", async () => {
    const citizen = await addCitizen("prolifique");
    for (let i = 0; i < 23; i += 1) await fileDemande(town, "pending", { accountId: citizen.accountId });
    // Several changed at the same instant: the identifier decides.
    await database()
      .update(demandes)
      .set({ updatedAt: new Date("2026-11-01T10:00:00Z") })
      .where(eq(demandes.accountId, citizen.accountId));
    expect(await listLatestDemandes(citizen)).toHaveLength(4);
    const first = await listDemandes(citizen);
    const second = await listDemandes(citizen, { cursor: first.next ?? "" });
    expect([first.items.length, second.items.length, second.next]).toEqual([20, 3, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(23);
    expect((await listDemandes(citizen, { cursor: "n’importe_quoi" })).items).toHaveLength(20);
    expect((await listDemandes(citizen, { statuses: ["validated"] })).items).toEqual([]);
  });

  it("holds nobody else's, and no draft", async () => {
    const [citizen, other] = [await addCitizen("une"), await addCitizen("autre")];
    await readyDraft(citizen);
    const { number } = await submitted(citizen);
    expect((await listDemandes(citizen)).items.map((item) => item.number)).toEqual([number]);
    expect((await listDemandes(other)).items).toEqual([]);
    expect(await listDrafts(other)).toEqual([]);
    expect(await listDraftsOf(citizen, "acte")).toHaveLength(1);
    expect(await listDraftsOf(citizen, "autre-demarche")).toEqual([]);
    expect((await listDemandes(town.agent)).items).toEqual([]);
  });
});

describe("one demande", () => {
  it("is found by its owner, the agents of its service and administrators, however the number is written", async () => {
    const { number, demandeId } = await submitted(town.citizen);
    for (const actor of [town.citizen, town.agent, town.admin])
      expect((await findDemande(actor, number.toLowerCase()))?.id).toBe(demandeId);
    for (const actor of [
      await addCitizen("inconnue"),
      newGuest(),
      town.stranger,
      { kind: "anonymous", guest: null } as Actor,
    ]) {
      expect(await findDemande(actor, number)).toBeNull();
      expect(await findDemandeById(actor, demandeId)).toBeNull();
      expect(await getHistory(actor, demandeId)).toEqual([]);
      expect(await listChanges(actor, demandeId, 1, 1)).toEqual([]);
    }
  });

  it("is not one while it is a draft, for anybody", async () => {
    const demandeId = await readyDraft(town.citizen);
    for (const actor of [town.citizen, town.agent, town.admin])
      expect(await findDemandeById(actor, demandeId)).toBeNull();
    expect(await findDraft(town.agent, demandeId)).toBeNull();
    expect(await findDraft(town.admin, demandeId)).toBeNull();
  });

  it("says what its reader may do", async () => {
    const { number, demandeId } = await submitted(town.citizen);
    expect((await findDemande(town.citizen, number))?.can).toEqual({
      change: true,
      withdraw: true,
      joinAccount: false,
      release: false,
      openPdf: false,
      readMessages: true,
      writeMessage: true,
      instruct: false,
      moves: ["pending", "cancelled"],
    });
    expect((await findDemande(town.agent, number))?.can).toMatchObject({
      change: false,
      withdraw: false,
      openPdf: true,
      instruct: true,
    });
    expect((await findDemande(town.admin, number))?.can).toMatchObject({
      instruct: false,
      writeMessage: false,
      moves: [],
    });
    await takeCharge(town.agent, { demandeId, lockVersion: 1 });
    expect((await findDemande(town.citizen, number))?.can).toMatchObject({
      change: false,
      openPdf: true,
      withdraw: true,
    });
  });

  it("never shows an agent a file that is not clean, nor anything of the person's account", async () => {
    const { number, demandeId } = await submitted(town.citizen);
    await database().update(attachments).set({ scan: "pending" }).where(eq(attachments.demandeId, demandeId));
    expect((await findDemande(town.agent, number))?.attachments).toEqual([]);
    expect((await findDemande(town.citizen, number))?.attachments).toHaveLength(1);
    expect(JSON.stringify(await findDemande(town.agent, number))).not.toContain(town.accountId);
  });

  it("costs few statements", async () => {
    const { number, demandeId } = await submitted(town.citizen);
    await findDemande(town.citizen, number);
    const draft = await readyDraft(town.citizen);
    await findDraft(town.citizen, draft);
    const costs = {
      demande: await statementsOf(() => findDemande(town.citizen, number)),
      draft: await statementsOf(() => findDraft(town.citizen, draft)),
      list: await statementsOf(() => listDemandes(town.citizen)),
      history: await statementsOf(() => getHistory(town.citizen, demandeId)),
    };
    expect(Object.fromEntries(Object.entries(costs).map(([name, statements]) => [name, statements.length]))).toEqual({
      demande: 2,
      draft: 2,
      list: 1,
      history: 1,
    });
  });
});

describe("among twenty thousand demandes", () => {
  beforeAll(async () => {
    await database().transaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = 0`);
      await tx.execute(sql`
      with others as (
        insert into accounts (id, status, email, first_name, last_name, created_at)
        select gen_random_uuid(), 'active', 'p' || n || '@example.org', 'P', 'Exemple', now() from generate_series(1, 500) n returning id)
      insert into demandes (id, number, demarche_id, version_id, service_id, status, account_id, revision, file_key, created_at, updated_at, submitted_at)
      select gen_random_uuid(), 'F' || row_number() over (), ${town.demarcheId}, ${town.versionId}, ${town.serviceId}, 'pending', others.id, 1, 'k',
        now(), now() - n * interval '1 minute', now()
      from others, generate_series(1, 40) n`);
      await tx.execute(sql`analyze`);
    });
  });

  it.each<[string, () => Actor]>([
    ["an account", () => town.citizen],
    ["a guest", () => newGuest()],
  ])("reads none but those of %s", async (_who, actor) => {
    const plans = await plansOf(async () => {
      await listDemandes(actor());
      await listDrafts(actor());
      await findDemande(actor(), makeNumber(2026, new Uint8Array([1, 2, 3, 4, 5, 6, 7])));
    });
    expect(plans).not.toContain("Seq Scan on demandes");
  });
});

describe("the history", () => {
  it("F102 T6: says who cancelled, from each side", async () => {
    const mine = await submitted(town.citizen);
    valueOf(await withdrawDemande(town.citizen, { demandeId: mine.demandeId, reason: "Erreur" }));
    expect((await getHistory(town.citizen, mine.demandeId)).map(({ by, text }) => `${by} : ${text}`)).toEqual([
      "Vous : Demande soumise",
      "Vous : Demande annulée par vous",
    ]);
    expect((await getHistory(town.agent, mine.demandeId)).at(-1)).toMatchObject({
      by: "L’usager",
      text: "Demande annulée par l’usager",
      reason: "Erreur",
    });
    const theirs = await submitted(town.citizen);
    valueOf(await cancelDemande(town.agent, { demandeId: theirs.demandeId, lockVersion: 1, reason: "Doublon" }));
    expect((await getHistory(town.citizen, theirs.demandeId)).at(-1)).toMatchObject({
      by: "L’administration",
      text: "Demande annulée par l’administration",
      reason: "Doublon",
    });
    const isReaders = async (reader: Actor) => (await getHistory(reader, theirs.demandeId)).at(-1)?.isReaders;
    expect(await Promise.all([town.agent, town.admin, town.citizen].map(isReaders))).toEqual([true, false, false]);
    expect((await findDemande(town.citizen, theirs.number))?.statusSentence).toBe(
      "L’agent instructeur a annulé votre demande.",
    );
  });

  it("T5: says the démarche's own word for a state beside what happened", async () => {
    await addDemarche(town, "mots", {}, { ...smallDefinition, stateLabels: { cancelled: "Retirée du registre" } });
    const { demandeId } = await submitted(town.citizen, "mots");
    valueOf(await withdrawDemande(town.citizen, { demandeId, reason: "" }));
    expect((await getHistory(town.citizen, demandeId)).map(({ text }) => text)).toEqual([
      "Demande soumise",
      "Demande annulée par vous\u00a0: «\u00a0Retirée du registre\u00a0»",
    ]);
  });
});
