import { eq, like } from "drizzle-orm";
import { statementsOf } from "@/db/test/count-statements";
import { buildTown, fileDemande, type Town } from "@/db/test/filed-demande";
import { accounts } from "@/db/schema/accounts";
import { demandeRevisions, demandeTokens } from "@/db/schema/demandes";
import { notifications } from "@/db/schema/notifications";
import { organisations, services } from "@/db/schema/organisation";
import { outbox } from "@/db/schema/platform";
import { clock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { openLetter } from "@/lib/letters/outbox/sealed-letter";
import { newId, type AccountId, type DemandeId, type OrganisationId, type ServiceId } from "@/lib/shared/ids";
import { closeService } from "../commands/close-service";
import { addService } from "../testing/services";

let town: Town;
let heir: ServiceId;
beforeAll(async () => {
  town = await buildTown();
  heir = town.stranger.serviceIds[0] ?? newId<ServiceId>();
});
const newService = () => addService(town);

describe("those who wait for a demande that moves", () => {
  const lettersAbout = async (id: DemandeId) =>
    (
      await database()
        .select()
        .from(outbox)
        .where(like(outbox.key, `demande:${id}:%`))
    ).map(({ kind, accountId, content }) => ({ kind, accountId, ...openLetter(content ?? "") }));
  const noticesOf = (id: AccountId) => database().select().from(notifications).where(eq(notifications.accountId, id));
  const addAccount = async (over: Partial<typeof accounts.$inferInsert> = {}) => {
    const id = newId<AccountId>();
    const [model] = await database().select().from(accounts).where(eq(accounts.id, town.accountId));
    if (!model) throw new Error("no account");
    await database()
      .insert(accounts)
      .values({ ...model, id, email: `${id}@example.org`, username: null, ...over });
    return id;
  };
  const moveTo = async (to: ServiceId, from: ServiceId) =>
    expect(await closeService(town.admin, { serviceId: from, heir: to, agentsJoin: "oui" })).toMatchObject({
      ok: true,
    });

  it("are told once for each, in the portal and by letter with an account, by a link of its own without; the others are told nothing", async () => {
    const { id: serviceId } = await newService();
    const accountId = await addAccount();
    const own = await fileDemande(town, "incomplete", { serviceId, accountId });
    const guests = [
      await fileDemande(town, "pending", { serviceId, accountId: null }),
      await fileDemande(town, "in_progress", { serviceId, accountId: null }),
    ];
    const closed = await fileDemande(town, "validated", { serviceId, accountId });
    await moveTo(heir, serviceId);

    const [letter] = await lettersAbout(own.id);
    expect(letter).toMatchObject({
      kind: "demande.handed_over",
      accountId,
      to: `${accountId}@example.org`,
      content: {
        greeting: "Bonjour Camille Exemple,",
        subject: `Un autre service répond à votre demande n° ${own.number}`,
      },
    });
    expect(letter?.content.paragraphs[0]).toMatch(/^Le service .* ferme\. Votre demande est confiée au service /);
    expect(letter?.content.action?.path).toBe(`/espace/demandes/${own.number}/historique`);
    expect(JSON.stringify(letter?.content.paragraphs)).not.toContain("L. 114-2");
    expect(await noticesOf(accountId)).toMatchObject([
      { kind: "demande.handed_over", path: `/espace/demandes/${own.number}/historique` },
    ]);
    for (const { id } of guests) {
      const [guest, ...others] = await lettersAbout(id);
      expect(others).toEqual([]);
      expect(guest).toMatchObject({ accountId: null, to: "camille@example.org", content: { greeting: "Bonjour," } });
      const secret = /^\/suivi\/ouvrir\?jeton=(.+)$/.exec(guest?.content.action?.path ?? "")?.[1] ?? "";
      const found = await database()
        .select({ id: demandeTokens.demandeId })
        .from(demandeTokens)
        .where(eq(demandeTokens.tokenHash, hashSecret(secret)));
      expect(found).toEqual([{ id }]);
    }
    expect(await lettersAbout(closed.id)).toEqual([]);
  });

  it("read which administration is competent, and the article that says so, where the heir is of another organisation", async () => {
    const { id: serviceId } = await newService();
    const { id: to } = await newService();
    const organisationId = newId<OrganisationId>();
    await database()
      .insert(organisations)
      .values({ id: organisationId, slug: organisationId, name: "Métropole", createdAt: clock.now() });
    await database().update(services).set({ organisationId, name: "Service des déchets" }).where(eq(services.id, to));
    const { id } = await fileDemande(town, "pending", { serviceId, accountId: null });
    await moveTo(to, serviceId);
    const [letter] = await lettersAbout(id);
    expect(letter?.content.paragraphs[0]).toContain("Votre demande est transmise au service des déchets");
    expect(letter?.content.paragraphs.at(-1)).toContain("article L. 114-2");
    expect(letter?.content.facts).toContainEqual({ label: "Service", value: "Service des déchets, Métropole" });
  });

  it("have no letter while two people claim their account, nor without an address; what they read says it all the same", async () => {
    const { id: serviceId } = await newService();
    const accountId = await addAccount({ status: "frozen" });
    const frozen = await fileDemande(town, "pending", { serviceId, accountId });
    const silent = await fileDemande(town, "pending", { serviceId, accountId: null });
    await database()
      .update(demandeRevisions)
      .set({ answers: { applicant: { firstName: "Camille", lastName: "Exemple" } } })
      .where(eq(demandeRevisions.demandeId, silent.id));
    await moveTo(heir, serviceId);
    expect([await lettersAbout(frozen.id), await lettersAbout(silent.id)]).toEqual([[], []]);
    expect(await noticesOf(accountId)).toHaveLength(1);
  });

  it("are told by as many statements, whatever their number", async () => {
    const statementsFor = async (many: number) => {
      const { id: serviceId } = await newService();
      for (let at = 0; at < many; at += 1)
        await fileDemande(town, "pending", { serviceId, accountId: at % 2 === 0 ? null : await addAccount() });
      const sent = await statementsOf(() => moveTo(heir, serviceId));
      return sent.length;
    };
    expect(await statementsFor(12)).toBe(await statementsFor(2));
  });

  it("are told nothing by a closing that is refused", async () => {
    const { id: serviceId } = await newService();
    const { id } = await fileDemande(town, "pending", { serviceId, accountId: null });
    expect(await closeService(town.admin, { serviceId, heir })).toMatchObject({ reason: "agents_without_service" });
    expect(await lettersAbout(id)).toEqual([]);
  });
});
