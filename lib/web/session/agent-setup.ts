import { newSecret } from "@/lib/kernel/crypto";
import { dropSecret, keepSecret } from "./auth";

/** The time to find an application, in seconds. */
const setupSeconds = 3_600;

/** In an action: this browser begins to set a second factor up, and it alone is shown the secret. */
export async function beginAgentSetup(): Promise<void> {
  await keepSecret("agent_setup", newSecret(), setupSeconds);
}

export async function endAgentSetup(): Promise<void> {
  await dropSecret("agent_setup");
}
