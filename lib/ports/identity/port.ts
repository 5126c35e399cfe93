/** Written down when a person leaves for the provider, and asked for again when they come back. */
export type IdentityChecks = {
  state: string;
  nonce: string;
  /** PKCE, where the provider takes it. */
  verifier: string | null;
};

/** Whom the provider vouches for: its token and its data were both signed by it, for us, for this very request. */
export type ProvenIdentity = {
  /** The provider's identifier of the person, for this portal alone. */
  subject: string;
  firstName: string;
  lastName: string;
  email: string;
  /** Kept sealed with the session: what ends the provider's own session. */
  idToken: string;
};

/**
 * A provider of identities. Each call throws `Retryable` when the provider is down or late, `Final` when what it said is not
 * to be believed (state, nonce, signature, issuer, audience, date, subject) or when our own keys are refused.
 */
export type IdentityProvider = {
  /** Where to send the person, and what to check at the return. `returnTo`: our address, as declared to the provider. */
  begin: (returnTo: string) => Promise<{ address: string; checks: IdentityChecks }>;
  /** `answer`: our address with what the provider added. « cancelled » when the person gave up there. */
  prove: (answer: URL, checks: IdentityChecks) => Promise<ProvenIdentity | "cancelled">;
  /** Where to send the person to end the provider's session; it comes back to `returnTo` with this `state`. */
  leave: (idToken: string, state: string, returnTo: string) => Promise<string>;
};
