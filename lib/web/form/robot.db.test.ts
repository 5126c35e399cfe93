import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { outbox } from "@/db/schema/platform";
import { setClock } from "@/lib/kernel/clock";
import { openLetter } from "@/lib/letters/outbox/sealed-letter";
import { database } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { newRobotChallenge } from "@/lib/ports/captcha";
import type { FlatForm } from "./form-data";
import { checkHuman, isCodeAwaited, robotFieldsProps, type KnownAddress } from "./robot";

/** The cookies of one browser. */
const jar = new Map<string, string>();
jest.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
  }),
}));

let serial = 0;
let shift = 0;
const restore = setClock(() => new Date(Date.now() + shift));
const later = (seconds: number) => void (shift += seconds * 1000);
const rule = { email: "email" };

/** A form drawn a while ago, as a person sends it back. */
function form(over: FlatForm = {}): FlatForm {
  serial += 1;
  const { time } = robotFieldsProps();
  later(20);
  return {
    email: `personne-${serial}@example.org`,
    nom: "Exemple",
    "site-web": "",
    "robot-depuis": time,
    "robot-preuve": "",
    ...over,
  };
}

/** What the browser does by itself. */
async function proof(): Promise<string> {
  const given = await newRobotChallenge();
  if (!given) throw new Error("no challenge");
  const { challenge, salt, maxNumber, algorithm, signature } = given;
  for (let number = 0; number <= maxNumber; number += 1)
    if (createHash("sha256").update(`${salt}${number}`).digest("hex") === challenge)
      return btoa(JSON.stringify({ algorithm, challenge, salt, signature, number }));
  throw new Error("no solution");
}

async function codeSentTo(email: string): Promise<string> {
  const rows = await database()
    .select({ content: outbox.content })
    .from(outbox)
    .where(eq(outbox.recipientHash, recipientHash(email)))
    .orderBy(outbox.id);
  const { content } = openLetter(rows.at(-1)?.content ?? "");
  return content.facts?.[0]?.value ?? "";
}

beforeEach(() => jar.clear());
afterAll(async () => {
  restore();
  await database().$client.end();
});

describe("checkHuman", () => {
  it("asks nothing of a browser that proved itself, the same form sent again included", async () => {
    const sent = form({ "robot-preuve": await proof() });
    expect(await checkHuman(rule, sent)).toBeNull();
    expect(await checkHuman(rule, sent)).toBeNull();
    expect(await checkHuman(rule, { ...sent, nom: "Autre" })).toMatchObject({
      errors: { "robot-code": expect.any(String) as string },
    });
  });

  it.each([
    ["a password manager filled the trap", { "site-web": "https://exemple.fr" }],
    ["the time was lost or forged", { "robot-depuis": "1.forgée" }],
  ])(
    "keeps nobody out: when %s, the proof of the browser is not enough and the code by e-mail is",
    async (_why, over) => {
      const sent = form({ "robot-preuve": await proof(), ...over });
      expect(await checkHuman(rule, sent)).toMatchObject({
        errors: { "robot-code": expect.stringContaining(`envoyer à ${String(sent.email)}`) as string },
      });
      expect(await checkHuman(rule, sent)).toHaveProperty("asked.title", "Un code vous a été envoyé");
      const wrong = await checkHuman(rule, { ...sent, "robot-code": "000000" });
      expect(wrong).toHaveProperty("errors.robot-code");
      expect(wrong).not.toHaveProperty("asked");
      const code = await codeSentTo(String(sent.email));
      expect(await checkHuman(rule, { ...sent, "robot-code": code })).toBeNull();
    },
  );

  describe("of an address that the server knows", () => {
    const known = { email: "demandeuse@example.org", mustProve: false };
    const to = (address: KnownAddress | null) => ({ addressOf: async () => address });

    it("sends the code there, whatever address the form says", async () => {
      const sent = form({ email: "moi@malveillant.example" });
      expect(await checkHuman(to(known), sent)).toHaveProperty("errors.robot-code");
      const code = await codeSentTo(known.email);
      expect(code).toMatch(/^\d{3}.\d{3}$/);
      expect(
        await checkHuman(to({ ...known, email: "autre@example.org" }), { ...sent, "robot-code": code }),
      ).not.toBeNull();
      expect(await checkHuman(to(known), { ...sent, "robot-code": code })).toBeNull();
    });

    it("asks the code of a browser that proved itself, where the address must be proved", async () => {
      const address = { email: "souvent@example.org", mustProve: true };
      const sent = form({ "robot-preuve": await proof() });
      expect(await checkHuman(to({ ...address, mustProve: false }), sent)).toBeNull();
      expect(await checkHuman(to(address), sent)).toHaveProperty("errors.robot-code");
      expect(await checkHuman(to(address), { ...sent, "robot-code": await codeSentTo(address.email) })).toBeNull();
    });

    it("asks nothing where there is nothing left to file, and says where an address is missing", async () => {
      expect(await checkHuman(to(null), form())).toBeNull();
      const { formError } = (await checkHuman(to({ email: null, mustProve: false }), form())) ?? {};
      expect(formError).toContain("Mes informations");
    });
  });

  it("keeps the code in hand good: another is sent to who asks for it alone, and the page knows that one is awaited", async () => {
    const sent = form();
    const email = String(sent.email);
    expect(await isCodeAwaited(email)).toBe(false);
    expect(await checkHuman(rule, sent)).toHaveProperty("asked");
    expect(await isCodeAwaited(email)).toBe(true);
    expect(await isCodeAwaited("autre@example.org")).toBe(false);
    const code = await codeSentTo(email);
    expect(await checkHuman(rule, sent)).toMatchObject({
      asked: { title: "Un code vous a été envoyé" },
      errors: { "robot-code": expect.stringContaining("Recevoir un autre code") as string },
    });
    expect(await codeSentTo(email)).toBe(code);
    expect(await checkHuman(rule, { ...sent, "robot-autre-code": "yes" })).toHaveProperty("asked");
    expect(await codeSentTo(email)).not.toBe(code);
    expect(await checkHuman(rule, { ...sent, "robot-code": await codeSentTo(email) })).toBeNull();
    expect(await isCodeAwaited(email)).toBe(false);
  });

  it("never makes wait who comes to the last of several pages", async () => {
    const begun = (hours: number) => {
      const sent = form();
      return { ...sent, "robot-depuis": robotFieldsProps(new Date(Date.now() + shift - hours * 3_600_000)).time };
    };
    expect(await checkHuman(rule, begun(0))).toHaveProperty("formError");
    for (const hours of [0.1, 72]) expect(await checkHuman(rule, begun(hours))).toHaveProperty("errors.robot-code");
  });

  it("asks to press again when the form came too fast", async () => {
    const fast = { email: "a@example.org", "site-web": "", "robot-depuis": robotFieldsProps().time };
    expect(await checkHuman(rule, fast)).toMatchObject({
      formError: expect.stringContaining("deux secondes") as string,
    });
  });

  it("sends a code to who cannot prove anything, then lets them through, even with another mistake in the form", async () => {
    const sent = form();
    expect(await checkHuman(rule, sent)).toMatchObject({
      errors: { "robot-code": expect.stringContaining("six chiffres") as string },
    });
    expect(await checkHuman(rule, { ...sent, "robot-code": "000000" })).toHaveProperty("errors");
    const code = await codeSentTo(String(sent.email));
    expect(await checkHuman(rule, { ...sent, "robot-code": code })).toBeNull();

    // Another field was wrong: the code is not asked twice in this browser, for this address.
    expect(await checkHuman(rule, { ...sent, nom: "Corrigé" })).toBeNull();
    expect(await checkHuman(rule, form())).toHaveProperty("errors");
    later(11 * 60);
    expect(await checkHuman(rule, { ...sent, nom: "Encore" })).toHaveProperty("errors");
  });

  it("takes no forged or borrowed pass", async () => {
    const sent = form();
    await checkHuman(rule, sent);
    await checkHuman(rule, { ...sent, "robot-code": await codeSentTo(String(sent.email)) });
    const pass = jar.get("parvis_robot") ?? "";
    jar.set(
      "parvis_robot",
      pass.replace(/^\d+/, (until) => String(Number(until) + 60_000)),
    );
    expect(await checkHuman(rule, { ...sent, nom: "Autre" })).toHaveProperty("errors");
  });

  it("asks for the address first when it cannot receive a code", async () => {
    expect(await checkHuman(rule, form({ email: "pas une adresse" }))).toEqual({
      errors: { email: expect.any(String) as string },
    });
  });

  it("says to wait when too many codes were asked", async () => {
    const sent = form();
    for (let count = 0; count < 5; count += 1) await checkHuman(rule, { ...sent, "robot-autre-code": "yes" });
    expect(await checkHuman(rule, { ...sent, "robot-autre-code": "yes" })).toMatchObject({
      formError: expect.stringContaining("Attendez une heure") as string,
    });
  });
});
