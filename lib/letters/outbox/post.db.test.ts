import { eq } from "drizzle-orm";
import { outbox } from "@/db/schema/platform";
import { done, refuse } from "@/lib/shared/result";
import { seal, unseal } from "@/lib/kernel/crypto";
import { database, type Tx } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { Final } from "@/lib/kernel/errors";
import type { FactsOf, LetterKind } from "../kinds";
import { post, type Recipient } from "./post";
import { samples } from "../wording/samples";
import { openLetter } from "./sealed-letter";
import { transact } from "@/lib/kernel/transact";

const system = { kind: "system", job: "essai" } as const;
const to = "habitante@example.org";
const queue = (tx: Tx, key: string) => post(tx, "robot.code", { code: "123456", minutes: 10 }, { to, name: null, key });
const rowsOf = (key: string) => database().select().from(outbox).where(eq(outbox.key, key));

describe("post", () => {
  it("waits in the table with neither address nor text in clear", async () => {
    await transact(system, async ({ tx, unrecorded }) => {
      unrecorded("test");
      return done(await queue(tx, "un"));
    });
    const [row] = await rowsOf("un");
    expect(row).toMatchObject({ state: "waiting", attempts: 0, recipientHash: recipientHash("habitante@example.org") });
    expect(JSON.stringify(row)).not.toMatch(/habitante|123456|Bonjour/);
    expect(JSON.parse(unseal("outbox", row?.content ?? ""))).toMatchObject({ to: "habitante@example.org" });
  });

  const keptOf = async (key: string) => JSON.parse(unseal("outbox", (await rowsOf(key))[0]?.content ?? "")) as unknown;
  const send = <K extends LetterKind>(kind: K, facts: FactsOf<K>, over: Recipient<K>) =>
    database().transaction((tx) => post(tx, kind, facts, over));
  const demandeur = { to, name: "Camille Exemple", accountId: null };

  it("keeps what happened, and not what is said of it: the words are found when it leaves", async () => {
    await send("demande.taken", samples["demande.taken"], { ...demandeur, key: "faits" });
    expect(await keptOf("faits")).toEqual({
      to,
      letter: { kind: "demande.taken", facts: samples["demande.taken"], name: "Camille Exemple", language: "fr" },
    });
    expect(openLetter((await rowsOf("faits"))[0]?.content ?? "").content).toMatchObject({
      subject: "Votre demande n° 2026-7K3Q-9XM4 est prise en charge",
      greeting: "Bonjour Camille Exemple,",
    });
  });

  it("fixes the words of what the law dates from that day: acknowledgements, decisions, what is missing", async () => {
    await send("demande.rejected", samples["demande.rejected"], { ...demandeur, key: "refus" });
    expect(await keptOf("refus")).toMatchObject({ to, content: { subject: expect.stringContaining("est refusée") } });
    await send("demande.filed", samples["demande.filed"], { ...demandeur, key: "accuse" });
    expect(await keptOf("accuse")).toMatchObject({ content: { attachments: [{ kind: "recepisse" }] } });
  });

  it("is about what its kind belongs to: what the journal, the preferences and the limits know", async () => {
    await send("demande.rejected", samples["demande.rejected"], { ...demandeur, key: "sujet" });
    expect(await rowsOf("sujet")).toMatchObject([{ kind: "demande.decided" }]);
  });

  it("keeps no fact that its kind does not have", async () => {
    const facts = { ...samples["demande.taken"], iban: "FR76" };
    await send("demande.taken", facts, { ...demandeur, key: "trop" });
    expect(JSON.stringify(await keptOf("trop"))).not.toContain("FR76");
  });

  it("has no words for facts of another time: an administrator sees it, nothing is made up", () => {
    const letter = { kind: "account.idle", facts: { jour: "demain" }, name: null, language: "fr" };
    const sealed = (kept: object) => seal("outbox", JSON.stringify(kept));
    expect(() => openLetter(sealed({ to, letter }))).toThrow(Final);
    expect(() => openLetter(sealed({ to, letter: { ...letter, kind: "account.gone" } }))).toThrow(Final);
    const elsewhere = { ...letter, facts: { day: "2027-03-28T10:00:00Z" }, language: "xx" };
    expect(openLetter(sealed({ to, letter: elsewhere })).content.subject).toMatch(/28\smars\s2027/);
  });

  it("still opens a row of finished sentences, as they were before", () => {
    const content = { subject: "Objet", greeting: "Bonjour,", paragraphs: ["Texte."] };
    expect(openLetter(seal("outbox", JSON.stringify({ to, content })))).toEqual({ to, content });
  });

  it("queues one event once, however often it is told", async () => {
    const again = () =>
      transact(system, async ({ tx, unrecorded }) => (unrecorded("test"), done(await queue(tx, "deux"))));
    const answers = await Promise.all([again(), again(), again()]);
    expect(answers.filter((answer) => answer.ok && answer.value)).toHaveLength(1);
    expect(await rowsOf("deux")).toHaveLength(1);
  });

  it("leaves nothing when the command is refused", async () => {
    await transact(system, async ({ tx }) => {
      await queue(tx, "trois");
      return refuse("no");
    });
    expect(await rowsOf("trois")).toHaveLength(0);
  });
});
