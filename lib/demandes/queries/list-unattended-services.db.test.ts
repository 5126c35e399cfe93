import { eq } from "drizzle-orm";
import { agents } from "@/db/schema/staff";
import { buildTown, fileDemande } from "@/db/test/filed-demande";
import { database } from "@/lib/kernel/database";
import { listHeldAlone, listUnattended } from "./list-unattended-services";

let town: Awaited<ReturnType<typeof buildTown>>;
beforeAll(async () => void (town = await buildTown()));
afterAll(() => database().$client.end());

const setAtWork = (agentId: (typeof town)["agent"]["agentId"], isActive: boolean) =>
  database().update(agents).set({ isActive }).where(eq(agents.id, agentId));

it("tells an administrator which services nobody follows, and what waits in them, before and after", async () => {
  const { admin, agent, colleague } = town;
  for (const status of ["pending", "complete", "incomplete", "validated", "draft"] as const)
    await fileDemande(town, status);
  const names = (found: readonly { waiting: number }[]) => found.map(({ waiting }) => waiting);

  expect(await listUnattended(admin)).toEqual([]);
  expect(await listHeldAlone(admin, agent.agentId)).toEqual([]);
  await setAtWork(colleague.agentId, false);
  expect(names(await listHeldAlone(admin, agent.agentId))).toEqual([2]);
  expect(await listHeldAlone(admin, colleague.agentId)).toEqual([]);

  await setAtWork(agent.agentId, false);
  expect(await listUnattended(admin)).toMatchObject([{ waiting: 2, isBounded: false }]);
});
