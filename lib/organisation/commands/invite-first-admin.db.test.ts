import { database } from "@/lib/kernel/database";
import { agents } from "@/db/schema/organisation";
import type { System } from "@/lib/kernel/actor";
import { comeBack, lastLink, lettersTo, newAdmin, travel, verbsOf } from "../testing";
import { readAgentToken } from "../tokens";
import { inviteFirstAdmin } from "./invite-first-admin";

const system: System = { kind: "system", job: "test" };
const first = { email: "direction@ville.example", name: "Direction générale" };

afterEach(comeBack);
afterAll(() => database().$client.end());

describe("the first administrator of a portal", () => {
  it("is invited once, however many processes start", async () => {
    const answers = await Promise.all([inviteFirstAdmin(system, first), inviteFirstAdmin(system, first)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: "already_invited" });
    expect(await lettersTo(first.email)).toHaveLength(1);
    const [agent] = await database().select().from(agents);
    expect(agent).toMatchObject({ ...first, role: "admin", isActive: false, passwordHash: "" });
    expect(await verbsOf(agent?.id ?? "")).toEqual(["agent.invited"]);
    expect(await readAgentToken(await lastLink(first.email))).toMatchObject({ state: "valid" });
  });

  it("is sent another link once the first is over", async () => {
    travel(49 * 60);
    expect(await inviteFirstAdmin(system, first)).toMatchObject({ ok: true });
    expect(await lettersTo(first.email)).toHaveLength(2);
  });

  it("is nobody any more once an administrator is at work, whose address opens nothing either", async () => {
    const { email } = await newAdmin();
    expect(await inviteFirstAdmin(system, first)).toEqual({ ok: false, reason: "has_admin" });
    expect(await inviteFirstAdmin(system, { email, name: "Autre" })).toEqual({ ok: false, reason: "has_admin" });
    const added = { email: "arrivee.plus.tard@ville.example", name: "Plus tard" };
    expect(await inviteFirstAdmin(system, added)).toEqual({ ok: false, reason: "has_admin" });
    expect((await database().select().from(agents)).map(({ email: known }) => known)).not.toContain(added.email);
    expect(await lettersTo(added.email)).toEqual([]);
  });
});
