import { eq, isNull, like } from "drizzle-orm";
import { database } from "@/lib/kernel/database";
import { agents } from "@/db/schema/staff";
import { outbox } from "@/db/schema/platform";
import { anonymous, type System } from "@/lib/kernel/actor";
import {
  comeBack,
  invited,
  lastLink,
  lettersTo,
  newAdmin,
  newOrganisationAdmin,
  password,
  settleOther,
  settleTown,
  travel,
  verbsOf,
} from "../testing";
import { readAgentToken, setupPurposes } from "../access/tokens";
import { chooseAgentPassword } from "./activate-agent";
import { inviteFirstAdmin } from "./invite-first-admin";

const system: System = { kind: "system", job: "test" };
const first = { email: "direction@ville.example", name: "Direction générale" };

beforeAll(settleTown);
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
    expect(await readAgentToken(await lastLink(first.email), setupPurposes)).toMatchObject({ state: "valid" });
  });

  it("is sent another link once the first is over", async () => {
    travel(49 * 60);
    expect(await inviteFirstAdmin(system, first)).toMatchObject({ ok: true });
    expect(await lettersTo(first.email)).toHaveLength(2);
  });

  it("is sent another link at the next start when the letter could not leave: its sender was refused, and is put right", async () => {
    travel(49 * 60);
    expect(await inviteFirstAdmin(system, first)).toEqual({ ok: false, reason: "already_invited" });
    const before = await lettersTo(first.email);
    await database().update(outbox).set({ state: "failed" }).where(like(outbox.key, "agent.invitation:%"));
    expect(await inviteFirstAdmin(system, first)).toMatchObject({ ok: true });
    expect(await lettersTo(first.email)).toHaveLength(before.length + 1);
    expect(await inviteFirstAdmin(system, first)).toEqual({ ok: false, reason: "already_invited" });
  });

  it("is the address that the settings give now: a mistyped one opens nothing once the right one is invited", async () => {
    const mistyped = { email: "directoin@ville.example", name: "Direction générale" };
    const wrong = await inviteFirstAdmin(system, mistyped);
    const link = await lastLink(mistyped.email);
    expect(await readAgentToken(link, setupPurposes)).toMatchObject({ state: "valid" });
    // Whoever received it has begun, and no further.
    expect(await chooseAgentPassword(anonymous, { jeton: link, password })).toMatchObject({ ok: true });

    expect(await inviteFirstAdmin(system, first)).toMatchObject({ ok: true });
    expect(await readAgentToken(link, setupPurposes)).toEqual({ state: "unknown" });
    expect(await chooseAgentPassword(anonymous, { jeton: link, password })).toMatchObject({ ok: false });
    expect((await database().select().from(agents)).map(({ email }) => email)).toEqual([first.email]);
    expect(await verbsOf(wrong.ok ? wrong.value : "")).toEqual(
      expect.arrayContaining(["agent.invited", "agent.removed"]),
    );
    expect(await readAgentToken(await lastLink(first.email), setupPurposes)).toMatchObject({ state: "valid" });
  });

  it("leaves alone an administrator whom another one invited", async () => {
    const admin = await newAdmin();
    const guest = await invited(admin, "admin");
    await database().update(agents).set({ isActive: false, removedAt: new Date() }).where(eq(agents.id, admin.agentId));
    travel(49 * 60);
    await inviteFirstAdmin(system, first);
    expect((await database().select().from(agents)).map(({ email }) => email)).toContain(guest.email);
    await database().update(agents).set({ isActive: true, removedAt: null }).where(eq(agents.id, admin.agentId));
  });

  it("is invited although an organisation has its own, whose address is not theirs to take", async () => {
    const ofPortal = await newAdmin();
    const ccas = await settleOther();
    const { agentId } = await newOrganisationAdmin(ccas);
    const [theirs] = await database().select().from(agents).where(eq(agents.id, agentId));
    await database().update(agents).set({ isActive: false }).where(isNull(agents.organisationId));
    const input = { email: theirs?.email ?? "", name: "Autre" };
    expect(await inviteFirstAdmin(system, input)).toEqual({ ok: false, reason: "not_invitable" });
    const another = { email: "secours@ville.example", name: "Secours" };
    expect(await inviteFirstAdmin(system, another)).toMatchObject({ ok: true });
    await database().update(agents).set({ isActive: true }).where(eq(agents.id, ofPortal.agentId));
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
