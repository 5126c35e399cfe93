import { z } from "zod";
import { instant, namedAgent, secret } from "./parts";

/** Facts of the letters of agents, by kind, and of the code of the robot check. `by`: the name of who did it. */
export const agentFacts = {
  "agent.invitation": z.object({ secret }),
  /** To an agent at work who had lost their password. */
  "agent.new_access": z.object({ secret }),
  "agent.second_factor": z.object({ secret }),
  "agent.second_factor_set": z.object({}),
  "agent.browser": z.object({ secret }),
  "agent.password_changed": z.object({}),
  "agent.recovery_codes": z.object({}),
  /** `left`: how many codes remain. */
  "agent.recovery_code_used": z.object({ left: z.number() }),
  "agent.access_given": z.object({
    how: z.enum(["invited", "sent_again", "second_factor", "reinstated"]),
    by: z.string(),
    agent: namedAgent,
  }),
  /** `organisation`: whose administrator, by name; empty for the portal's, and in letters written before there were others. */
  "agent.admin_changed": z.object({
    how: z.enum(["named", "demoted", "removed"]),
    by: z.string(),
    agent: namedAgent,
    organisation: z.string().default(""),
  }),
  "agent.recovery_notice": z.object({ act: z.enum(["asked", "held"]), by: z.string(), accountId: z.string() }),
  /** `hasSucceeded`: once, before it fell silent. */
  "agent.task_silent": z.object({ task: z.string(), silentSince: instant, hasSucceeded: z.boolean() }),
  /** `leftMegabytes`: null where a write was refused and no disk of this machine can tell. */
  "agent.disk_short": z.object({
    isFull: z.boolean(),
    leftMegabytes: z.number().nullable(),
    leastMegabytes: z.number(),
  }),
  /** `minutes`: how long the code lives. */
  "robot.code": z.object({ code: z.string(), minutes: z.number() }),
};
