import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import type { Identity, InvitedIdentity } from "@/lib/accounts/types/account";
import { newSecret } from "@/lib/kernel/crypto";
import { hasIdentityProvider } from "@/lib/ports/identity";
import { tokenMinutes } from "@/lib/vocabulary/tokens";
import { dropSecret } from "../session/auth";
import { keepSealed, readSealed } from "../session/sealed-cookie";

/** Whom FranceConnect proved to this browser, until an account is linked. */
export type ProvedIdentity = Identity & {
  /** The usual one, for the forms. */
  firstName: string;
  /** Every given name, as the provider gave them: what shows whose identity it is. */
  givenNames: string;
  lastName: string;
  email: string;
  /** Where to go on afterwards. */
  next: Route | null;
  /** The address to which « Créer mon compte » sent its link. */
  invited: string | null;
};

/** What waits for the person to come back from the provider, after « Se déconnecter » or « Ce n’est pas moi ». */
export type ProviderExit = { idToken: string; state: string; from: "session" | "identity" };

/** The time to prove an account; once its creation is asked for, as long as the link of the letter. */
const proofMinutes = tokenMinutes.identity_link;
const invitationMinutes = tokenMinutes.activation;
const exitMinutes = 10;

/** Where « S’identifier avec FranceConnect » leads, with the sealed path to come back to; null where the town has not set it. */
export function franceConnectHref(retour = ""): string | null {
  if (!hasIdentityProvider()) return null;
  const start = "/api/auth/franceconnect/depart";
  return retour ? `${start}?retour=${encodeURIComponent(retour)}` : start;
}

/** In a page: 404 where the town has not set FranceConnect. */
export function franceConnectOnly(): void {
  if (!hasIdentityProvider()) notFound();
}

export async function keepProved(identity: ProvedIdentity): Promise<void> {
  await keepSealed("identity_proved", identity, identity.invited === null ? proofMinutes : invitationMinutes);
}

export async function readProved(): Promise<ProvedIdentity | null> {
  return hasIdentityProvider() ? readSealed<ProvedIdentity>("identity_proved") : null;
}

/**
 * In a page that needs it: the identity proved, or the page that says to start again. One that already asked for an account
 * waits for its letter, and serves nothing else: on a shared computer the next person is not that one.
 */
export async function requireProved(): Promise<ProvedIdentity> {
  franceConnectOnly();
  const identity = await readProved();
  return identity?.invited === null ? identity : redirect("/franceconnect/echec?motif=expire");
}

export async function dropProved(): Promise<void> {
  await dropSecret("identity_proved");
}

/** The identity that asked in this browser for an account, with the address it asked it for. */
export async function readInvitation(): Promise<InvitedIdentity | null> {
  const identity = await readProved();
  return identity?.invited ? { ...identity, email: identity.invited } : null;
}

/** The identity proved in this browser, with its names, when it asked for an account at this very address. */
export async function readInvited(email: string): Promise<ProvedIdentity | null> {
  const identity = await readProved();
  return identity?.invited === email ? identity : null;
}

/** « Ce n’est pas moi »: this browser forgets whom FranceConnect proved. Whether the session must end at the provider too. */
export async function forgetProved(): Promise<boolean> {
  const identity = await readProved();
  await dropProved();
  return prepareProviderExit(identity?.idToken ?? null, "identity");
}

/** Whether a session must end at the provider too, what ends here being `from`; the way there is then kept for its page. */
export async function prepareProviderExit(idToken: string | null, from: ProviderExit["from"]): Promise<boolean> {
  if (idToken === null || !hasIdentityProvider()) return false;
  await keepSealed("identity_exit", { idToken, state: newSecret(), from } satisfies ProviderExit, exitMinutes);
  return true;
}
