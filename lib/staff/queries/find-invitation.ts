import { env } from "@/lib/kernel/env";
import { findPortal } from "@/lib/organisation/queries/find-portal";
import { readAgentToken, setupPurposes } from "../access/tokens";
import { linkTotpSecret, nextCode, totpSetup } from "../access/totp";
import type { InvitationAnswer, SecondFactorProposal } from "../types";

/**
 * What the link of an agent opens today, with the secret of the second factor that it proposes to the browser that began; to
 * another, none. Consumes nothing.
 */
export async function findInvitation(jeton: string, browser: string | null): Promise<InvitationAnswer> {
  const link = await readAgentToken(jeton, setupPurposes);
  if (link.state !== "valid") return link;
  const { email, name, purpose, hasPassword } = link.token;
  const setup = browser === null ? null : await proposed(linkTotpSecret(jeton, browser), email);
  return { state: "valid", invitation: { email, name, purpose, hasPassword, setup } };
}

async function proposed(sealed: string, email: string): Promise<SecondFactorProposal> {
  const { town } = await findPortal();
  return { ...totpSetup(sealed, { issuer: town, label: email }), demonstrationCode: demonstrationCode(sealed) };
}

/** In the demonstration, which has no telephone, and only while the letters stay in the embedded mailbox. */
function demonstrationCode(sealed: string): string | null {
  const { PARVIS_DEMO, drivers } = env();
  return PARVIS_DEMO && drivers.mail === "mailbox" ? nextCode(sealed, null) : null;
}
