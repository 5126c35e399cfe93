import { signInWithIdentity } from "@/lib/accounts/commands/sign-in-with-identity";
import { hashSecret } from "@/lib/kernel/crypto";
import { env } from "@/lib/kernel/env";
import { Final, Retryable } from "@/lib/kernel/errors";
import { logger } from "@/lib/kernel/logger";
import { readEmail } from "@/lib/shared/email";
import { readName } from "@/lib/shared/person-name";
import { identityProvider, type IdentityChecks, type ProvenIdentity } from "@/lib/ports/identity";
import { dropSecret } from "../session/auth";
import { currentCitizen, currentVisitor } from "../session/current-actor";
import { currentDevice } from "../session/device";
import { flash } from "../form/flash";
import { dropProved, keepProved, type ProviderExit, type ProvedIdentity } from "./france-connect";
import { keepSignedIn } from "../session/known-devices";
import { readSignedPath } from "../route/return-path";
import { routeGuard } from "../route/route-guard";
import { keepSealed, readSealed } from "../session/sealed-cookie";

const ended: Record<ProviderExit["from"], string> = {
  session: "Vous êtes déconnecté du portail",
  identity: "Cette identité est oubliée",
};
const endedBoth: Record<ProviderExit["from"], string> = {
  session: "Vous êtes déconnecté du portail et de FranceConnect.",
  identity: "Cette identité est oubliée, et sa connexion à FranceConnect est fermée.",
};

type Start = { checks: IdentityChecks; next: ProvedIdentity["next"] };
/** Long enough to find one's password at the provider. */
const startMinutes = 15;
const limit = { max: 60, windowSeconds: 60 };

/** Leaves for FranceConnect. A link, not a form: the policy of the pages forbids a form to lead elsewhere. */
export const startFranceConnect = routeGuard({ name: "franceconnect-start", limit }, async (request) => {
  const provider = await identityProvider();
  return orProblem(async () => {
    const { address, checks } = await provider.begin(ours("retour"));
    const next = readSignedPath(new URL(request.url).searchParams.get("retour"));
    await keepSealed("identity_checks", { checks, next } satisfies Start, startMinutes);
    return goTo(address);
  });
});

/** Comes back from FranceConnect: the account linked opens; else who is signed in, or who is not, says which one it is. */
export const returnFromFranceConnect = routeGuard({ name: "franceconnect-return", limit }, async (request) => {
  const provider = await identityProvider();
  const start = await readSealed<Start>("identity_checks");
  await dropSecret("identity_checks");
  if (!start) return problem("expire");
  return orProblem(async () => {
    const answer = new URL(ours("retour") + new URL(request.url).search);
    const proven = await provider.prove(answer, start.checks);
    if (proven === "cancelled") return problem("interrompu");
    return receive(toProved(proven, start.next));
  });
});

/** Leaves for the end of FranceConnect's own session. */
export const exitThroughFranceConnect = routeGuard({ name: "franceconnect-exit", limit }, async () => {
  const provider = await identityProvider();
  const exit = await readSealed<ProviderExit>("identity_exit");
  if (!exit) return goTo("/");
  try {
    return goTo(await provider.leave(exit.idToken, exit.state, ours("deconnecte")));
  } catch (error) {
    report(error);
    await dropSecret("identity_exit");
    await flash(`${ended[exit.from]}. FranceConnect ne répond pas : fermez aussi votre navigateur.`, "/");
    return goTo("/");
  }
});

/** Comes back once FranceConnect's session is over. */
export const returnSignedOut = routeGuard({ name: "franceconnect-signed-out", limit }, async (request) => {
  await identityProvider();
  const exit = await readSealed<ProviderExit>("identity_exit");
  await dropSecret("identity_exit");
  if (exit && new URL(request.url).searchParams.get("state") === exit.state) await flash(endedBoth[exit.from], "/");
  return goTo("/");
});

async function receive(identity: ProvedIdentity): Promise<Response> {
  if (await currentCitizen()) {
    await keepProved(identity);
    return goTo("/espace/compte/franceconnect");
  }
  const result = await signInWithIdentity(await currentVisitor(), identity, await currentDevice());
  if (result.ok) {
    await keepSignedIn("session", result.value);
    await dropProved();
    return goTo(identity.next ?? "/espace");
  }
  if (result.reason === "closed") return problem("ferme");
  await keepProved(identity);
  return goTo("/franceconnect");
}

function toProved({ subject, ...person }: ProvenIdentity, next: Start["next"]): ProvedIdentity {
  const { idToken } = person;
  const [firstName, lastName] = [nameOf(person.firstName), nameOf(person.lastName)];
  // Every given name of the civil status comes: the first is the usual one, and stays to be corrected.
  const usual = firstName.split(" ")[0] ?? "";
  return {
    subjectHash: hashSecret(subject),
    idToken,
    firstName: usual,
    givenNames: firstName,
    lastName,
    email: readEmail(person.email) ?? "",
    next,
    invited: null,
  };
}

/** In the form that the portal keeps; one that it could not read stays as the provider wrote it, to be corrected. */
function nameOf(given: string): string {
  const reading = readName(given, "");
  return reading.ok ? reading.value : given;
}

/** The address of ours that was declared to FranceConnect. */
function ours(name: "retour" | "deconnecte"): string {
  return `${env().APP_URL}/api/auth/franceconnect/${name}`;
}

async function orProblem(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Retryable) return (report(error), problem("indisponible"));
    if (error instanceof Final) return (report(error), problem("refus"));
    throw error;
  }
}

/** The errors of the port carry codes, never a person. */
function report(error: unknown): void {
  logger().warn({ event: "identity.failed", reason: error instanceof Error ? error.message : "unknown" });
}

const problem = (reason: string) => goTo(`/franceconnect/echec?motif=${reason}`);

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
