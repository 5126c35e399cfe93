import { env } from "@/lib/kernel/env";
import { NotFound } from "@/lib/kernel/errors";
import type { IdentityProvider } from "./port";

export type { IdentityChecks, ProvenIdentity } from "./port";

let opened: Promise<IdentityProvider> | undefined;

/** Whether the town set its keys: without them nothing of it is shown, and its addresses do not exist. */
export function hasIdentityProvider(): boolean {
  return env().franceConnect !== null;
}

/** The provider of identities. Throws NotFound where there is none. */
export function identityProvider(): Promise<IdentityProvider> {
  return (opened ??= openIdentityProvider());
}

async function openIdentityProvider(): Promise<IdentityProvider> {
  const settings = env().franceConnect;
  if (!settings) throw new NotFound();
  return (await import("./franceconnect")).openFranceConnect(settings);
}
