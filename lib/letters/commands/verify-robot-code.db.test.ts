import { eq } from "drizzle-orm";
import { auditEvents, outbox, robotCodes } from "@/db/schema/platform";
import { anonymous } from "@/lib/kernel/actor";
import { setClock } from "@/lib/kernel/clock";
import { openLetter } from "../outbox/sealed-letter";
import { database } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { issueRobotCode, verifyRobotCode } from "./verify-robot-code";

let serial = 0;
const someone = () => `personne-${(serial += 1)}@example.org`;

async function codesSentTo(email: string): Promise<string[]> {
  const rows = await database()
    .select({ content: outbox.content })
    .from(outbox)
    .where(eq(outbox.recipientHash, recipientHash(email)))
    .orderBy(outbox.id);
  const letters = rows.map(({ content }) => openLetter(content ?? "").content);
  return letters.map(({ facts }) => (facts?.[0]?.value ?? "").replace(/\D/g, ""));
}

async function newCode(email: string): Promise<string> {
  expect(await issueRobotCode(anonymous, email)).toEqual({ ok: true, value: null });
  return (await codesSentTo(email)).at(-1) ?? "";
}

const other = (code: string) => (code === "000000" ? "000001" : "000000");

afterAll(() => database().$client.end());

describe("the code by e-mail", () => {
  it("lets a person through with the six digits received, spaces forgiven", async () => {
    const email = someone();
    const code = await newCode(email);
    expect(code).toMatch(/^\d{6}$/);
    expect(await verifyRobotCode(email, ` ${code.slice(0, 3)} ${code.slice(3)} `)).toBe(true);
  });

  it("leaves a line in the journal, and nothing readable in the tables", async () => {
    const email = someone();
    const code = await newCode(email);
    const verbs = await database()
      .select({ verb: auditEvents.verb })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, recipientHash(email)));
    expect(verbs).toEqual([{ verb: "robot_code.asked" }]);
    const stored = JSON.stringify([await database().select().from(robotCodes), await database().select().from(outbox)]);
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(email);
  });

  it("is worth nothing for another address, nor without having been asked", async () => {
    const [one, two] = [someone(), someone()];
    const code = await newCode(one);
    await newCode(two);
    if ((await codesSentTo(two)).at(-1) !== code) expect(await verifyRobotCode(two, code)).toBe(false);
    expect(await verifyRobotCode(someone(), code)).toBe(false);
  });

  it("dies after ten minutes", async () => {
    const email = someone();
    const code = await newCode(email);
    const restore = setClock(() => new Date(Date.now() + 10 * 60_000 + 1000));
    expect(await verifyRobotCode(email, code)).toBe(false);
    restore();
  });

  it("lives no longer when the clock that gave it ran ahead", async () => {
    const email = someone();
    const restore = setClock(() => new Date(Date.now() + 86_400_000));
    const code = await newCode(email);
    restore();
    expect(await verifyRobotCode(email, code)).toBe(false);
  });

  it("dies after five tries, made one by one or all at once", async () => {
    const [one, two] = [someone(), someone()];
    const [codeOne, codeTwo] = [await newCode(one), await newCode(two)];
    for (let index = 0; index < 5; index += 1) expect(await verifyRobotCode(one, other(codeOne))).toBe(false);
    expect(await verifyRobotCode(one, codeOne)).toBe(false);

    await Promise.all(Array.from({ length: 20 }, () => verifyRobotCode(two, other(codeTwo))));
    expect(await verifyRobotCode(two, codeTwo)).toBe(false);
  });

  it("is voided by a newer one", async () => {
    const email = someone();
    const first = await newCode(email);
    const second = await newCode(email);
    if (first !== second) expect(await verifyRobotCode(email, first)).toBe(false);
    expect(await verifyRobotCode(email, second)).toBe(true);
  });

  it("is sent five times an hour at most, even asked in parallel", async () => {
    const email = someone();
    const results = await Promise.all(Array.from({ length: 12 }, () => issueRobotCode(anonymous, email)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(5);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "too_many" });
    expect(await codesSentTo(email)).toHaveLength(5);
  });
});
