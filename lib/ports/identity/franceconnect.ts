import * as client from "openid-client";
import { clock } from "@/lib/kernel/clock";
import { Final, Retryable } from "@/lib/kernel/errors";
import type { IdentityProvider, ProvenIdentity } from "./port";

export type FranceConnectSettings = { issuer: string; clientId: string; clientSecret: string };

/** Only what an account keeps: neither the date of birth nor the sex is asked for (RGPD, art. 5). */
const scope = "openid given_name family_name email";
const level = "eidas1";
const levels = ["eidas1", "eidas2", "eidas3"];
const timeoutSeconds = 5;
const metadataMinutes = 60;

/** FranceConnect, by its OpenID Connect discovery document, which is read again every hour. */
export function openFranceConnect(settings: FranceConnectSettings): IdentityProvider {
  const configuration = metadataReader(settings);
  return {
    begin: (returnTo) => translated(async () => begin(await configuration(), returnTo)),
    prove: (answer, checks) => translated(async () => prove(await configuration(), settings, answer, checks)),
    leave: (idToken, state, returnTo) =>
      translated(async () => {
        const parameters = { id_token_hint: idToken, state, post_logout_redirect_uri: returnTo };
        return client.buildEndSessionUrl(await configuration(), parameters).href;
      }),
  };
}

const begin = async (configuration: client.Configuration, returnTo: string) => {
  const verifier = configuration.serverMetadata().supportsPKCE() ? client.randomPKCECodeVerifier() : null;
  const checks = { state: client.randomState(), nonce: client.randomNonce(), verifier };
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: returnTo,
    scope,
    acr_values: level,
    state: checks.state,
    nonce: checks.nonce,
    ...(verifier && {
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    }),
  });
  return { address: address.href, checks };
};

async function prove(
  configuration: client.Configuration,
  settings: FranceConnectSettings,
  answer: URL,
  { state, nonce, verifier }: Parameters<IdentityProvider["prove"]>[1],
): Promise<ProvenIdentity | "cancelled"> {
  if (isCancelled(answer, state)) return "cancelled";
  const tokens = await client.authorizationCodeGrant(configuration, answer, {
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
    ...(verifier && { pkceCodeVerifier: verifier }),
  });
  const claims = tokens.claims();
  if (!claims || !tokens.id_token) throw new Final("no identity token");
  if (typeof claims.acr !== "string" || !levels.includes(claims.acr)) throw new Final("level of identity not reached");
  const signed = signedAs(configuration, settings, algorithmOf(tokens.id_token));
  const person = await client.fetchUserInfo(signed, tokens.access_token, claims.sub);
  return {
    subject: claims.sub,
    firstName: person.given_name ?? "",
    lastName: person.family_name ?? "",
    email: person.email ?? "",
    idToken: tokens.id_token,
  };
}

/** The person pressed « Annuler » there. A refusal that does not carry our state proves nothing. */
function isCancelled({ searchParams }: URL, state: string): boolean {
  return searchParams.get("error") === "access_denied" && searchParams.get("state") === state;
}

/** A provider whose data must come signed, by the algorithm of its identity token. */
function signedAs(configuration: client.Configuration, settings: FranceConnectSettings, algorithm: string) {
  const metadata = { client_secret: settings.clientSecret, userinfo_signed_response_alg: algorithm };
  return prepared(
    new client.Configuration(configuration.serverMetadata(), settings.clientId, metadata),
    settings.issuer,
  );
}

/** Of a token whose signature was verified. */
function algorithmOf(token: string): string {
  const [header = ""] = token.split(".");
  return (JSON.parse(Buffer.from(header, "base64url").toString("utf8")) as { alg: string }).alg;
}

function metadataReader(settings: FranceConnectSettings): () => Promise<client.Configuration> {
  let known: { value: client.Configuration; at: Date } | null = null;
  return async () => {
    if (known && known.at > clock.inMinutes(-metadataMinutes) && known.at <= clock.now()) return known.value;
    const value = prepared(
      await client.discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
        timeout: timeoutSeconds,
        execute: isLocal(settings.issuer) ? [...inClear] : [],
      }),
      settings.issuer,
    );
    known = { value, at: clock.now() };
    return value;
  };
}

/** Signatures are verified, by the provider's published keys, although the answers came over TLS. */
function prepared(configuration: client.Configuration, issuer: string): client.Configuration {
  configuration.timeout = timeoutSeconds;
  if (isLocal(issuer)) inClear.forEach((allow) => allow(configuration));
  client.enableNonRepudiationChecks(configuration);
  return configuration;
}

// eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to stand out; see isLocal
const inClear: readonly ((configuration: client.Configuration) => void)[] = [client.allowInsecureRequests];

/** A provider of this very machine, in tests: lib/kernel/env.ts refuses http anywhere else. */
function isLocal(issuer: string): boolean {
  return new URL(issuer).protocol === "http:";
}

/** In the port's two errors. No answer, a server's fault or a wait: worth retrying. */
async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Final) throw error;
    const code = codeOf(error);
    throw isOutage(error) ? new Retryable(`identity provider: ${code}`) : new Final(`identity provider: ${code}`);
  }
}

function isOutage(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { name, message, code, status, cause } = error as Readonly<Record<string, unknown>>;
  if (code === "OAUTH_TIMEOUT" || (name === "TypeError" && message === "fetch failed")) return true;
  return Number(status) >= 500 || status === 429 || isOutage(cause);
}

/** A code of the library or of the protocol: never what the answer said of the person. */
function codeOf(error: unknown): string {
  if (error instanceof client.ResponseBodyError || error instanceof client.AuthorizationResponseError)
    return error.error;
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.name : "unknown";
}
