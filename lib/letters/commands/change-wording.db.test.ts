import { and, eq } from "drizzle-orm";
import { letterWordings } from "@/db/schema/letters";
import { auditEvents, outbox } from "@/db/schema/platform";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { anonymous, type Admin, type Agent } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/shared/ids";
import type { MailContent } from "@/lib/shared/mail-content";
import { drainOutbox } from "../jobs/drain-outbox";
import type { FactsOf, LetterKind } from "../kinds";
import { post, type Recipient } from "../outbox/post";
import { getWording, listWordings } from "../queries/list-wordings";
import { samples } from "../wording/samples";
import { wordingFormSchema } from "../schema";
import { changeWording, restoreWording } from "./change-wording";

let town: Town;
let admin: Admin;
const strangers = () => [
  anonymous,
  { ...admin, kind: "agent" } satisfies Agent,
  { kind: "system", job: "essai" } as const,
];
const nothing = { title: "", opening: "", ending: "", signature: "" };
const rejected = { kind: "demande.rejected", demarche: "" };

beforeAll(async () => {
  town = await buildTown();
  admin = town.admin;
});
beforeEach(async () => {
  await database().delete(letterWordings);
  await database().delete(outbox);
  await database().delete(auditEvents);
});
afterAll(() => database().$client.end());

/** What a letter says once it has left. */
async function sent<K extends LetterKind>(kind: K, facts: FactsOf<K>, meanwhile?: () => Promise<unknown>) {
  const recipient = { to: "une@example.org", name: null, accountId: null, key: newId() } as unknown as Recipient<K>;
  await database().transaction((tx) => post(tx, kind, facts, recipient));
  await meanwhile?.();
  const said: MailContent[] = [];
  await drainOutbox(
    { kind: "system", job: "courriels" },
    { deliver: { email: async ({ content }) => void said.push(content) } },
  );
  return said[0];
}

describe("changeWording", () => {
  it("says a letter in the town’s words, with what it knows, and notes who did it", async () => {
    const words = {
      title: "Demande {{numero}} : notre réponse",
      opening: "Madame, Monsieur,\n\nVotre demande « {{ demarche }} » est refusée.",
      ending: "Nous restons à votre écoute.",
      signature: "Le maire",
    };
    expect(await changeWording(admin, { ...rejected, ...words })).toEqual({ ok: true, value: null });
    const letter = await sent("demande.rejected", samples["demande.rejected"]);
    const original = samples["demande.rejected"];
    expect(letter?.subject).toBe(`Demande ${original.number} : notre réponse`);
    expect(letter?.paragraphs.slice(0, 3)).toEqual([
      "Madame, Monsieur,",
      `Votre demande « ${original.demarche} » est refusée.`,
      original.reason,
    ]);
    // Means of appeal are owed by law: no wording takes them away.
    expect(letter?.paragraphs.join()).toContain("www.telerecours.fr");
    expect(letter?.paragraphs.at(-1)).toBe("Nous restons à votre écoute.");
    expect(letter?.closing?.at(-1)).toBe("Le maire");
    const events = await database().select().from(auditEvents).where(eq(auditEvents.verb, "letter.reworded"));
    expect(events).toMatchObject([{ subjectId: "demande.rejected", actorId: admin.agentId }]);
  });

  it("leaves the portal’s words where the town wrote none, and the last writing replaces the others", async () => {
    const before = await sent("account.welcome", { username: "camille" });
    const welcome = { kind: "account.welcome", demarche: "" };
    await changeWording(admin, { ...welcome, ...nothing, title: "Bienvenue {{identifiant}}", opening: "Bonjour." });
    await changeWording(admin, { ...welcome, ...nothing, title: "Bienvenue {{identifiant}}" });
    expect(await sent("account.welcome", { username: "camille" })).toEqual({ ...before, subject: "Bienvenue camille" });
  });

  it("says it otherwise for one démarche, and for it alone", async () => {
    await changeWording(admin, { ...rejected, ...nothing, title: "Partout" });
    await changeWording(admin, { kind: "demande.rejected", demarche: "acte", ...nothing, title: "Pour les actes" });
    const other = samples["demande.rejected"];
    expect((await sent("demande.rejected", other))?.subject).toBe("Partout");
    expect((await sent("demande.rejected", { ...other, demarcheId: town.demarcheId }))?.subject).toBe("Pour les actes");
  });

  it("reaches what waits, and never what the law dated from its day", async () => {
    const reword = (kind: string) => () => changeWording(admin, { kind, demarche: "", ...nothing, title: "Nouveau" });
    expect((await sent("demande.taken", samples["demande.taken"], reword("demande.taken")))?.subject).toBe("Nouveau");
    const decided = await sent("demande.rejected", samples["demande.rejected"], reword("demande.rejected"));
    expect(decided?.subject).toContain("est refusée");
  });

  it("refuses what the letter does not know, field by field, and writes nothing", async () => {
    const words = { ...nothing, title: "Bonjour {{prenom}}", opening: "{{secret}}", ending: "{{numero", signature: "" };
    const refused = await changeWording(admin, { ...rejected, ...words });
    expect(refused).toMatchObject({ ok: false, reason: "unknown_variable" });
    expect(Object.keys(refused.ok ? {} : (refused.details ?? {}))).toEqual(["title", "opening", "ending"]);
    expect(await database().$count(letterWordings)).toBe(0);
    expect(await database().$count(auditEvents)).toBe(0);
  });

  it("does not exist for anybody but administrators, nor do its pages", async () => {
    for (const actor of strangers()) {
      await expect(changeWording(actor, { ...rejected, ...nothing })).rejects.toThrow(NotFound);
      await expect(restoreWording(actor, rejected)).rejects.toThrow(NotFound);
      await expect(listWordings(actor)).rejects.toThrow(NotFound);
      await expect(getWording(actor, rejected)).rejects.toThrow(NotFound);
    }
  });

  it.each(["agent.access_given", "account.email_changed", "account.recovery_old_address", "robot.code", "inconnu"])(
    "leaves as it is a letter that protects somebody: %s",
    async (kind) => {
      const key = { kind, demarche: "" };
      await expect(changeWording(admin, { ...key, ...nothing, opening: "Tout va bien." })).rejects.toThrow(NotFound);
      await expect(getWording(admin, key)).rejects.toThrow(NotFound);
    },
  );

  it("does not know a démarche that is not there, nor one for a letter about an account", async () => {
    await expect(changeWording(admin, { ...rejected, demarche: "ailleurs", ...nothing })).rejects.toThrow(NotFound);
    const welcome = { kind: "account.welcome", demarche: "acte" };
    await expect(changeWording(admin, { ...welcome, ...nothing })).rejects.toThrow(NotFound);
  });

  it("takes a title of one line", () => {
    const typed = { ...rejected, title: "Une\nautre" };
    expect(wordingFormSchema.safeParse(typed).success).toBe(false);
    expect(wordingFormSchema.parse(rejected)).toEqual({ ...rejected, ...nothing });
  });
});

describe("restoreWording", () => {
  it("gives back the portal’s words, once, and notes it", async () => {
    await changeWording(admin, { ...rejected, ...nothing, title: "Nouveau" });
    expect(await restoreWording(admin, rejected)).toEqual({ ok: true, value: null });
    expect((await sent("demande.rejected", samples["demande.rejected"]))?.subject).toContain("est refusée");
    expect(await restoreWording(admin, rejected)).toEqual({ ok: false, reason: "as_the_portal" });
    const restored = and(eq(auditEvents.verb, "letter.restored"), eq(auditEvents.subjectId, "demande.rejected"));
    expect(await database().$count(auditEvents, restored)).toBe(1);
  });

  it("leaves those of another démarche", async () => {
    await changeWording(admin, { ...rejected, ...nothing, title: "Partout" });
    await changeWording(admin, { kind: "demande.rejected", demarche: "acte", ...nothing, title: "Acte" });
    await restoreWording(admin, rejected);
    expect((await listWordings(admin)).find(({ kind }) => kind === "demande.rejected")).toMatchObject({
      isReworded: false,
      demarches: 1,
    });
  });
});

describe("getWording", () => {
  it("shows what is said today, what the portal says by itself, and what may be repeated", async () => {
    await changeWording(admin, { ...rejected, ...nothing, title: "Réponse" });
    const view = await getWording(admin, rejected);
    expect(view).toMatchObject({ isReworded: true, words: { title: "Réponse" }, preview: { subject: "Réponse" } });
    expect(view.original.title).toContain("est refusée");
    expect(view.variables.map(({ name }) => name)).toEqual(["numero", "demarche", "motif"]);
    expect(view.demarches).toEqual([{ slug: "acte", title: "Copie d’acte", isReworded: false }]);
  });
});
