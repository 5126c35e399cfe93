import { eq } from "drizzle-orm";
import { agents } from "@/db/schema/staff";
import type { Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { agentRow, newAdmin, newAgent, serviceId, settleTown } from "../testing";
import { changeAgent } from "./change-agent";

let admin: Admin;
beforeAll(async () => {
  await settleTown();
  admin = await newAdmin();
});
afterAll(() => database().$client.end());

describe("the name of an agent", () => {
  it("keeps a name that today’s reader would refuse when something else changes, and refuses to give it anew", async () => {
    const { agentId } = await newAgent();
    const old = "Accueil 2 (mairie)";
    await database().update(agents).set({ name: old }).where(eq(agents.id, agentId));
    const services = [await serviceId("scolarite"), await serviceId("etat-civil")];
    const change = { agentId, role: "agent" as const, services };
    expect(await changeAgent(admin, { ...change, name: old })).toMatchObject({ ok: true });
    expect(await agentRow(agentId)).toMatchObject({ name: old });
    for (const name of ["Accueil 3 (mairie)", ""])
      expect(await changeAgent(admin, { ...change, name })).toMatchObject({ reason: "bad_name" });
    expect(await agentRow(agentId)).toMatchObject({ name: old });
    expect(await changeAgent(admin, { ...change, name: " Nadège  Testard " })).toMatchObject({ ok: true });
    expect(await agentRow(agentId)).toMatchObject({ name: "Nadège Testard" });
  });
});
