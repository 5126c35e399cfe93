import type { AccountId, AgentId, OrganisationId, SessionId } from "@/lib/shared/ids";
import { anonymous, type Actor } from "./actor";
import { NotFound } from "./errors";
import { isManager, isStaff, requireStaff } from "./staff";

const sessionId = "s" as SessionId;
const agent: Actor = { kind: "agent", agentId: "a" as AgentId, sessionId, serviceIds: [] };
const admin: Actor = { ...agent, kind: "admin" };
const ofOrganisation: Actor = {
  ...agent,
  kind: "organisation_admin",
  organisationId: "o" as OrganisationId,
  organisationServiceIds: [],
};
const citizen: Actor = { kind: "citizen", accountId: "c" as AccountId, sessionId };
const system: Actor = { kind: "system", job: "night" };

describe("the staff", () => {
  it.each([agent, admin, ofOrganisation])("is every agent, whatever their services: $kind", (actor) => {
    expect(isStaff(actor)).toBe(true);
    expect(requireStaff(actor)).toBe(actor);
  });

  it.each([citizen, anonymous, system])("is not $kind, to whom the pages do not exist", (actor) => {
    expect(isStaff(actor)).toBe(false);
    expect(() => requireStaff(actor)).toThrow(NotFound);
  });
});

describe("whoever manages services and agents", () => {
  it("is an administrator, of the portal or of one organisation, and nobody else", () => {
    expect([agent, admin, ofOrganisation, citizen, anonymous, system].filter(isManager)).toEqual([
      admin,
      ofOrganisation,
    ]);
  });
});
