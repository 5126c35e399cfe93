import { env } from "@/lib/kernel/env";
import { findPortal } from "../queries";
import { readAgentToken } from "../tokens";
import { linkTotpSecret, nextCode, totpSetup } from "../totp";
import type { InvitationAnswer } from "../types";

/** What the link of an agent opens today, with the secret of the second factor that it proposes. Consumes nothing. */
export async function findInvitation(jeton: string): Promise<InvitationAnswer> {
  const link = await readAgentToken(jeton);
  if (link.state !== "valid") return link;
  const { email, name, purpose, hasPassword } = link.token;
  const sealed = linkTotpSecret(jeton);
  const { town } = await findPortal();
  const setup = { ...totpSetup(sealed, { issuer: town, label: email }), demonstrationCode: demonstrationCode(sealed) };
  return { state: "valid", invitation: { email, name, purpose, hasPassword, setup } };
}

/** In the demonstration, which has no telephone, and only while the letters stay in the embedded mailbox. */
function demonstrationCode(sealed: string): string | null {
  const { PARVIS_DEMO, drivers } = env();
  return PARVIS_DEMO && drivers.mail === "mailbox" ? nextCode(sealed, null) : null;
}
