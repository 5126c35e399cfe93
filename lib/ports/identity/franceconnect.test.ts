import { Final, Retryable } from "@/lib/kernel/errors";
import { openFranceConnect } from "./franceconnect";
import { startStandIn, walkThrough, type StandIn } from "@/db/test/franceconnect-stand-in";

const us = {
  clientId: "portail",
  clientSecret: "un-secret-assez-long-pour-le-fournisseur",
  redirectUri: "http://localhost:3000/api/auth/franceconnect/retour",
  postLogoutRedirectUri: "http://localhost:3000/api/auth/franceconnect/deconnecte",
  people: {
    zoe: { given_name: "Zoé Marie", family_name: "ESSAI", email: "zoe@example.org" },
  },
};

let there: StandIn;
beforeAll(async () => {
  // It says that it keeps everything in memory, which is what a test wants.
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
  there = await startStandIn(us);
});
afterEach(() => there.lies.clear());
afterAll(() => there.stop());

const open = (issuer = there.issuer) => openFranceConnect({ ...us, issuer });

/** As far as the return to the portal. */
async function goAndComeBack(form: Record<string, string> = { personne: "zoe" }, provider = open()) {
  const { address, checks } = await provider.begin(us.redirectUri);
  return { provider, address: new URL(address), checks, answer: await walkThrough(address, form) };
}

const failing = async (change: (token: string) => unknown) => {
  there.lies.set("token", (answer) => ({
    ...(answer as object),
    id_token: change((answer as { id_token: string }).id_token),
  }));
  const { provider, checks, answer } = await goAndComeBack();
  return provider.prove(answer, checks);
};

describe("FranceConnect, over a real OpenID provider (X1)", () => {
  it("asks with state, nonce, PKCE and the level eidas1, for what an account keeps and no more", async () => {
    const { address, checks } = await open().begin(us.redirectUri);
    const { searchParams } = new URL(address);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      scope: "openid given_name family_name email",
      acr_values: "eidas1",
      response_type: "code",
      code_challenge_method: "S256",
      state: checks.state,
      nonce: checks.nonce,
      redirect_uri: us.redirectUri,
    });
    expect(checks.state).not.toBe(checks.nonce);
    expect((await open().begin(us.redirectUri)).checks.state).not.toBe(checks.state);
  });

  it.each(["RS256", "ES256"] as const)("proves a person whose token and data are signed with %s", async (algorithm) => {
    const other = await startStandIn({ ...us, algorithm });
    try {
      const { provider, checks, answer } = await goAndComeBack({ personne: "zoe" }, open(other.issuer));
      expect(await provider.prove(answer, checks)).toEqual({
        subject: "zoe",
        firstName: "Zoé Marie",
        lastName: "ESSAI",
        email: "zoe@example.org",
        idToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      });
    } finally {
      await other.stop();
    }
  });

  it("says that the person gave up there, and believes it only with our state", async () => {
    const { provider, checks, answer } = await goAndComeBack({ annuler: "" });
    expect(await provider.prove(answer, checks)).toBe("cancelled");
    await expect(provider.prove(answer, { ...checks, state: "autre" })).rejects.toBeInstanceOf(Final);
  });

  it("refuses another state, another nonce and another verifier", async () => {
    for (const wrong of [{ state: "autre" }, { nonce: "autre" }, { verifier: "v".repeat(43) }]) {
      const { provider, checks, answer } = await goAndComeBack();
      await expect(provider.prove(answer, { ...checks, ...wrong })).rejects.toBeInstanceOf(Final);
    }
  });

  it("refuses a code that has served", async () => {
    const { provider, checks, answer } = await goAndComeBack();
    await provider.prove(answer, checks);
    await expect(provider.prove(answer, checks)).rejects.toBeInstanceOf(Final);
  });

  it("refuses an identity token whose signature was touched, or that has none", async () => {
    const touched = (token: string) => token.replace(/\.[^.]+$/, `.${"A".repeat(342)}`);
    const none = (token: string) =>
      `${Buffer.from('{"alg":"none"}').toString("base64url")}.${token.split(".")[1] ?? ""}.`;
    await expect(failing(touched)).rejects.toBeInstanceOf(Final);
    await expect(failing(none)).rejects.toBeInstanceOf(Final);
    await expect(failing(() => undefined)).rejects.toBeInstanceOf(Final);
  });

  it.each([
    ["another issuer", { iss: "https://autre.example" }],
    ["another audience", { aud: "autre" }],
    ["a date gone by", { iat: 1_700_000_000, exp: 1_700_000_060 }],
    ["another nonce", { nonce: "autre" }],
    ["no level of identity", { acr: undefined }],
    ["another level of identity", { acr: "eidas0" }],
  ])("refuses a token well signed that has %s", async (_, change) => {
    expect(await failing((token) => there.forge(token, {}))).toMatchObject({ subject: "zoe" });
    await expect(failing((token) => there.forge(token, change))).rejects.toBeInstanceOf(Final);
  });

  it.each([
    ["are not signed", () => ({ sub: "zoe", email: "zoe@example.org" })],
    ["are signed by another key", (token: unknown) => String(token).replace(/\.[^.]+$/, `.${"A".repeat(342)}`)],
    ["are of another person", (token: unknown) => there.forge(String(token), { sub: "autre" })],
    ["are for another portal", (token: unknown) => there.forge(String(token), { aud: "autre" })],
    ["are of another issuer", (token: unknown) => there.forge(String(token), { iss: "https://autre.example" })],
  ])("refuses data that %s", async (_, lie) => {
    there.lies.set("userinfo", lie);
    const { provider, checks, answer } = await goAndComeBack();
    await expect(provider.prove(answer, checks)).rejects.toBeInstanceOf(Final);
  });

  it("ends the provider's session, and comes back with our state", async () => {
    const cookies = new Map<string, string>();
    const provider = open();
    const { address, checks } = await provider.begin(us.redirectUri);
    const proven = await provider.prove(await walkThrough(address, { personne: "zoe" }, cookies), checks);
    if (proven === "cancelled") throw new Error("cancelled");
    const exit = await provider.leave(proven.idToken, "notre-etat", us.postLogoutRedirectUri);
    const back = await walkThrough(exit, { logout: "yes" }, cookies);
    expect(back.href).toBe(`${us.postLogoutRedirectUri}?state=notre-etat`);
  });

  it("tells a provider that is down, which may be tried again, from keys that it refuses", async () => {
    const gone = await startStandIn(us);
    await gone.stop();
    await expect(open(gone.issuer).begin(us.redirectUri)).rejects.toBeInstanceOf(Retryable);

    const stranger = openFranceConnect({ ...us, clientSecret: "un-autre-secret", issuer: there.issuer });
    const { checks, answer } = await goAndComeBack({ personne: "zoe" }, stranger);
    await expect(stranger.prove(answer, checks)).rejects.toBeInstanceOf(Final);
  });

  it("puts nothing of the person in its errors", async () => {
    const error = await failing((token) => there.forge(token, { iss: "https://autre.example" })).catch(String);
    expect(error).not.toMatch(/zoe|ESSAI/i);
  });
});
