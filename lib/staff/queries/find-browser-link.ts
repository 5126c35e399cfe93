import { readAgentToken } from "../access/tokens";
import type { BrowserLink } from "../types";

/** What a link that makes a browser known opens today, and whose it is. Consumes nothing. */
export async function findBrowserLink(jeton: string): Promise<BrowserLink> {
  const link = await readAgentToken(jeton, ["agent_browser"]);
  if (link.state !== "valid") return link;
  const { email, isActive } = link.token;
  return isActive ? { state: "valid", email } : { state: "unknown" };
}
