import { eq } from "drizzle-orm";
import { agentAccesses, agents } from "@/db/schema/staff";
import type { Admin } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import type { AgentId } from "@/lib/shared/ids";
import { areIndependent, findLastAccess } from "../access/accesses";
import { comeBack, invited, lettersTo, newAdmin, newAgent, serviceId, settleTown, travel } from "../testing";
import { changeAgent } from "./change-agent";
import { sendInvitation, sendSecondFactorLink } from "./invite-agent";
import { reinstateAgent, removeAgent } from "./remove-agent";

let admin: Admin & { email: string };
let other: Admin & { email: string };
beforeAll(async () => {
  await settleTown();
  admin = await newAdmin();
  other = await newAdmin();
});
afterEach(comeBack);
afterAll(() => database().$client.end());

const noticesTo = async ({ email }: { email: string }, kind = "agent.access_given") =>
  (await lettersTo(email, kind)).map(({ paragraphs }) => paragraphs[0] ?? "");
const giversOf = async (agentId: AgentId) =>
  (await database().select().from(agentAccesses).where(eq(agentAccesses.agentId, agentId))).map(
    ({ givenBy }) => givenBy,
  );

describe("an access that an administrator gives", () => {
  it.each([
    ["an invitation", "a ouvert un accès d’agent à", () => invited(admin)],
    ["new accesses", "a envoyé de nouveaux accès à", async () => given(await newAgent(), sendInvitation)],
    [
      "a second factor",
      "a envoyé un nouveau second facteur à",
      async () => given(await newAgent(), sendSecondFactorLink),
    ],
    [
      "an access given back",
      "a rétabli l’accès de",
      async () => {
        const agent = await newAgent();
        await removeAgent(other, agent);
        return given(agent, reinstateAgent);
      },
    ],
  ])("is noted and told to the other administrators: %s", async (_what, words, give) => {
    const before = await noticesTo(other);
    const mine = await noticesTo(admin);
    const { agentId, email } = await give();
    expect(await giversOf(agentId)).toEqual([admin.agentId]);
    expect(await findLastAccess(agentId)).toEqual({ by: "Nadège Testard", at: expect.any(Date) });
    const [told, ...rest] = await noticesTo(other);
    expect(told).toBe(`Nadège Testard ${words} Nadège Testard (${email}).`);
    expect(rest).toEqual(before);
    expect(await noticesTo(admin)).toEqual(mine);
  });

  async function given(
    agent: { email: string; agentId: AgentId },
    act: (actor: Admin, input: { agentId: AgentId }) => Promise<{ ok: boolean }>,
  ) {
    expect((await act(admin, agent)).ok).toBe(true);
    return agent;
  }

  it("is not noted when it is refused", async () => {
    const { agentId } = await newAgent();
    expect((await reinstateAgent(admin, { agentId })).ok).toBe(false);
    expect(await giversOf(agentId)).toEqual([]);
  });
});

describe("an administrator who comes or goes", () => {
  it("is told to the others, to whom loses their access too", async () => {
    const third = await newAdmin();
    const services = [await serviceId("etat-civil")];
    const change = (role: "agent" | "admin", agentId: AgentId) =>
      changeAgent(admin, { agentId, name: "Nadège Testard", role, services });
    await change("agent", third.agentId);
    await change("agent", third.agentId);
    await change("admin", third.agentId);
    await removeAgent(admin, third);
    const told = await noticesTo(other, "agent.admin_changed");
    expect(told).toEqual([
      expect.stringContaining("a retiré l’accès d’administrateur de"),
      expect.stringContaining("a nommé administrateur du portail"),
      expect.stringContaining("a retiré le rôle d’administrateur à"),
    ]);
    expect(await noticesTo(third, "agent.admin_changed")).toHaveLength(2);
    expect(await noticesTo(admin, "agent.admin_changed")).toEqual([]);
  });

  it("an agent who goes is told to nobody", async () => {
    const before = (await noticesTo(other, "agent.admin_changed")).length;
    await removeAgent(admin, await newAgent());
    expect((await noticesTo(other, "agent.admin_changed")).length).toBe(before);
  });
});

describe("two agents are two people", () => {
  const independent = (one: AgentId, two: AgentId, at = clock.now()) =>
    database().transaction((tx) => areIndependent(tx, one, two, at));
  const give = (givenBy: AgentId, agentId: AgentId, daysAgo = 1) =>
    database()
      .insert(agentAccesses)
      .values({ agentId, givenBy, givenAt: clock.inMinutes(-daysAgo * 24 * 60) });
  const someone = async () => (await newAgent()).agentId;

  it("where nobody gave an access lately", async () => {
    const [one, two] = [await someone(), await someone()];
    expect(await independent(one, two)).toBe(true);
    expect(await independent(one, one)).toBe(false);
  });

  it("not while one received theirs from the other, in whichever order they act", async () => {
    const [giver, receiver] = [await someone(), await someone()];
    await give(giver, receiver);
    expect(await independent(giver, receiver)).toBe(false);
    expect(await independent(receiver, giver)).toBe(false);
  });

  it("not through a third, nor both from the same", async () => {
    const [giver, first, second, sibling] = [await someone(), await someone(), await someone(), await someone()];
    await give(giver, first);
    await give(first, second);
    await give(giver, sibling);
    expect(await independent(giver, second)).toBe(false);
    expect(await independent(second, sibling)).toBe(false);
    expect(await independent(second, await someone())).toBe(true);
  });

  it("again thirty days later, and two who give to each other do not turn in circles", async () => {
    const [one, two] = [await someone(), await someone()];
    await give(one, two, 29);
    await give(two, one, 29);
    expect(await independent(one, two)).toBe(false);
    travel(2 * 24 * 60);
    expect(await independent(one, two)).toBe(true);
  });

  it("and whoever was noted stays noted under who invited them", async () => {
    const { agentId } = await invited(admin);
    expect(await independent(admin.agentId, agentId)).toBe(false);
    const [row] = await database().select().from(agents).where(eq(agents.id, agentId));
    expect(row?.isActive).toBe(false);
  });
});
