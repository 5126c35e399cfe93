import { newId, type AgentId } from "@/lib/shared/ids";
import { agentStateOf, changeProblem, needsService, removalProblem } from "./policy";

const [me, other, third] = [newId<AgentId>(), newId<AgentId>(), newId<AgentId>()];
const active = (id: AgentId) => ({ id, state: "active" as const });
const agent = { role: "agent" as const, serviceCount: 1 };

describe("the state of an agent", () => {
  it.each([
    [{ isActive: false, removedAt: null }, "invited"],
    [{ isActive: true, removedAt: null }, "active"],
    [{ isActive: false, removedAt: new Date() }, "removed"],
  ])("%o is %s", (facts, state) => expect(agentStateOf(facts)).toBe(state));
});

describe("removalProblem", () => {
  it("forbids oneself, the last administrator and who is already gone", () => {
    expect(removalProblem(me, active(me), [me, other])).toBe("own_account");
    expect(removalProblem(me, active(other), [other])).toBe("last_admin");
    expect(removalProblem(me, { id: other, state: "removed" }, [me])).toBe("already_removed");
  });
  it("allows anyone else, invited or at work", () => {
    expect(removalProblem(me, active(other), [me, other])).toBeNull();
    expect(removalProblem(me, { id: third, state: "invited" }, [me])).toBeNull();
  });
});

describe("changeProblem", () => {
  it("keeps one administrator, and a service to each agent", () => {
    expect(changeProblem(active(me), agent, [me])).toBe("last_admin");
    expect(changeProblem(active(me), agent, [me, other])).toBeNull();
    expect(changeProblem(active(me), { role: "admin", serviceCount: 0 }, [me])).toBeNull();
    expect(changeProblem(active(other), { role: "agent", serviceCount: 0 }, [me])).toBe("no_service");
    expect(changeProblem({ id: other, state: "removed" }, agent, [me])).toBe("already_removed");
    expect(needsService({ role: "admin", serviceCount: 0 })).toBe(false);
  });
});
