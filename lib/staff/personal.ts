import {
  agentAccesses,
  agentRecoveryCodes,
  agents,
  agentServices,
  agentSessions,
  agentTokens,
} from "@/db/schema/staff";
import { claim, type Personal } from "@/lib/kernel/personal-data";

const end = { with: "staff" } as const;
const decided = {
  kept: "what an agent did stays under their name, as long as the demandes and the journal that say it",
};
const access = { kept: "an access that was taken away may be given back; it opens nothing meanwhile" };
const scheduled = { kept: "until the task sessions-et-liens erases it" };

/** Agents act for the town: their data go by its rules, not with an account of the citizens' side. */
export const staffPersonal = {
  tables: {
    agents: claim(agents, end, {
      id: decided,
      email: access,
      name: decided,
      role: access,
      organisationId: access,
      passwordHash: access,
      deviceEpoch: access,
      totpSecret: access,
      totpLastStep: access,
      isActive: access,
      createdAt: decided,
      activatedAt: decided,
      removedAt: decided,
      lastSeenAt: decided,
    }),
    agentServices: claim(agentServices, end, { agentId: access, serviceId: access }),
    agentRecoveryCodes: claim(agentRecoveryCodes, end, {
      agentId: access,
      codeHash: access,
      createdAt: access,
      usedAt: access,
    }),
    agentTokens: claim(agentTokens, end, {
      id: scheduled,
      agentId: scheduled,
      purpose: scheduled,
      tokenHash: scheduled,
      createdAt: scheduled,
      expiresAt: scheduled,
      consumedAt: scheduled,
    }),
    agentAccesses: claim(agentAccesses, end, { agentId: scheduled, givenBy: scheduled, givenAt: scheduled }),
    agentSessions: claim(agentSessions, end, {
      id: scheduled,
      agentId: scheduled,
      tokenHash: scheduled,
      hasSecondFactor: scheduled,
      createdAt: scheduled,
      lastSeenAt: scheduled,
      idleExpiresAt: scheduled,
      expiresAt: scheduled,
      device: scheduled,
    }),
  },
} satisfies Personal;
