import { randomUUID } from "node:crypto";
import { comeBack, travel } from "@/db/test/traces";
import { database } from "@/lib/kernel/database";
import { mayMail } from "./mail-limits";

afterEach(comeBack);
afterAll(() => database().$client.end());

/** Letters that leave when somebody asks `times` times each hour, by hour. */
async function lettersByHour(email: string, hours: number, times: number): Promise<number[]> {
  const sent: number[] = [];
  for (let at = 0; at < hours; at += 1) {
    travel(at * 60 + 1);
    const answers = await Promise.all(Array.from({ length: times }, () => mayMail(email, "reset")));
    sent.push(answers.filter(Boolean).length);
  }
  return sent;
}

describe("letters to one address", () => {
  it("are five in an hour and twenty in a day, and never stop for the rest of it", async () => {
    const sent = await lettersByHour(`${randomUUID()}@example.org`, 24, 30);
    expect(sent[0]).toBe(5);
    expect(Math.max(...sent)).toBe(5);
    expect(sent.reduce((total, each) => total + each)).toBeLessThanOrEqual(20);
    for (let at = 0; at + 2 < sent.length; at += 1)
      expect(sent.slice(at, at + 3).reduce((total, each) => total + each)).toBeGreaterThan(0);
  });

  it("have a budget for each who asks", async () => {
    const email = `${randomUUID()}@example.org`;
    for (let turn = 0; turn < 10; turn += 1) await mayMail(email, "anyone");
    expect(await mayMail(email, "anyone")).toBe(false);
    for (const budget of ["reset", "own", "change"] as const) expect(await mayMail(email, budget)).toBe(true);
  });
});
