import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export type StandInPerson = { given_name: string; family_name: string; email: string };
type Claims = Record<string, unknown>;
type Settings = {
  clientId: string;
  clientSecret: string;
  /** Our two addresses, as a town declares them to FranceConnect. */
  redirectUri: string;
  postLogoutRedirectUri: string;
  people: Readonly<Record<string, StandInPerson>>;
  algorithm?: "RS256" | "ES256";
};

/** Changes what the provider answers, for the tests that it lies in. */
type Lie = (answer: unknown) => unknown;

/** A real OpenID provider (oidc-provider) on this machine, set as FranceConnect is: PKCE, signed data, level eidas1. */
export async function startStandIn(settings: Settings) {
  const { default: Provider } = await import("oidc-provider");
  const keys = newKeys();
  const lies = new Map<string, Lie>();
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const provider: InstanceType<typeof Provider> = new Provider(issuer, {
    ...configuration(settings, keys),
    loadExistingGrant: async (context: GrantContext) => {
      const { client, session, params } = context.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(params.scope);
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    await next();
    const lie = lies.get(context.oidc?.route ?? "");
    if (!lie) return;
    context.body = lie(context.body);
    if (typeof context.body === "object") context.type = "application/json";
  });
  const pages = provider.callback();
  answer = (request, response) =>
    request.url?.startsWith("/personne/") ? void interact(provider, request, response) : pages(request, response);

  return {
    issuer,
    lies,
    /** A token of the provider's own key that says something else. */
    forge: (token: string, change: Claims) => forge(keys.rsa, token, change),
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

type GrantContext = {
  oidc: { client: { clientId: string }; session: { accountId: string }; params: { scope: string } };
};

function configuration(settings: Settings, keys: ReturnType<typeof newKeys>) {
  const algorithm = settings.algorithm ?? "RS256";
  return {
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        redirect_uris: [settings.redirectUri],
        post_logout_redirect_uris: [settings.postLogoutRedirectUri],
        id_token_signed_response_alg: algorithm,
        userinfo_signed_response_alg: algorithm,
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    acrValues: ["eidas1"],
    claims: {
      openid: ["sub", "acr"],
      given_name: ["given_name"],
      family_name: ["family_name"],
      email: ["email"],
    },
    scopes: ["openid", "given_name", "family_name", "email"],
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, ...settings.people[accountId] }),
    }),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/personne/${uid}` },
    jwks: { keys: [keys.rsa, keys.ec] },
    cookies: { keys: [randomBytes(16).toString("hex")] },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: showLogout },
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 600, Session: 600, Grant: 600 },
  };
}

function newKeys() {
  const export_ = (key: ReturnType<typeof generateKeyPairSync>["privateKey"], alg: string) => ({
    ...key.export({ format: "jwk" }),
    kid: alg,
    alg,
    use: "sig",
  });
  return {
    rsa: export_(generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey, "RS256"),
    ec: export_(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey, "ES256"),
  };
}

function forge(key: ReturnType<typeof newKeys>["rsa"], token: string, change: Claims): string {
  const [header = "", payload = ""] = token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Claims;
  const body = Buffer.from(JSON.stringify({ ...claims, ...change })).toString("base64url");
  const signature = sign("RSA-SHA256", Buffer.from(`${header}.${body}`), createPrivateKey({ key, format: "jwk" }));
  return `${header}.${body}.${signature.toString("base64url")}`;
}

/** The provider's page: which person one is, or « Annuler ». */
async function interact(
  provider: {
    interactionFinished: (request: IncomingMessage, response: ServerResponse, result: unknown) => Promise<void>;
  },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "POST") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page("Fournisseur d’identité d’essai", signInForm));
    return;
  }
  const form = new URLSearchParams(await text(request));
  const login = form.get("personne") ?? "";
  const result = form.has("annuler")
    ? { error: "access_denied" }
    : { login: { accountId: login, acr: "eidas1", remember: false } };
  await provider.interactionFinished(request, response, result);
}

const signInForm = `<form method="post"><label>Personne <input name="personne"></label>
<button name="choisir">S’identifier</button> <button name="annuler">Annuler</button></form>`;

function showLogout(context: { body: string }, form: string): void {
  context.body = page(
    "Déconnexion du fournisseur",
    `${form}<button form="op.logoutForm" name="logout" value="yes">Se déconnecter ici</button>`,
  );
}

const page = (title: string, body: string) =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}</html>`;

/** Walks through the provider as a browser would, from the portal's link to its return. `cookies` are kept between two walks. */
export async function walkThrough(address: string, form: Record<string, string>, cookies = new Map<string, string>()) {
  const { origin } = new URL(address);
  let next = address;
  for (let step = 0; next.startsWith(origin) && step < 12; step += 1) {
    let reply = await fetch(next, { headers: { cookie: header(cookies) }, redirect: "manual" });
    keep(cookies, reply);
    if (reply.status === 200) {
      const html = await reply.text();
      const action = /action="([^"]+)"/.exec(html)?.[1] ?? next;
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1];
      const body = new URLSearchParams({ ...form, ...(xsrf && { xsrf }) });
      reply = await fetch(action, { method: "POST", body, headers: { cookie: header(cookies) }, redirect: "manual" });
      keep(cookies, reply);
    }
    const location = reply.headers.get("location");
    if (!location) throw new Error(`the provider answered ${reply.status}: ${await reply.text()}`);
    next = new URL(location, next).href;
  }
  return new URL(next);
}

const header = (cookies: Map<string, string>) => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

function keep(cookies: Map<string, string>, reply: Response): void {
  for (const line of reply.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
