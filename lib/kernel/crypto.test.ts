import fc from "fast-check";

const key = (letter: string) => letter.repeat(42) + "A";

async function freshCrypto(master: string, previous = "") {
  jest.resetModules();
  process.env.DATABASE_URL = "postgres://x@127.0.0.1/x";
  process.env.APP_URL = "http://localhost:3000";
  process.env.MASTER_KEY = master;
  process.env.MASTER_KEY_PREVIOUS = previous;
  process.env.SESSION_SECRET = key("s");
  return import("./crypto");
}

describe("seal and unseal", () => {
  it("gives back any text, for its purpose only", async () => {
    const { seal, unseal } = await freshCrypto(key("a"));
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(unseal("outbox", seal("outbox", text))).toBe(Buffer.from(text, "utf8").toString("utf8"));
      }),
    );
    expect(() => unseal("totp", seal("outbox", "texte"))).toThrow();
  });

  it("refuses a sealed text of which one character was changed", async () => {
    const { seal, unseal } = await freshCrypto(key("a"));
    const sealed = seal("outbox", "un texte assez long");
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === "B" ? "C" : "B";
      expect(() => unseal("outbox", sealed.slice(0, at) + other + sealed.slice(at + 1))).toThrow();
    }
  });

  it("opens what an earlier master key sealed, and nothing once that key is gone", async () => {
    const before = await freshCrypto(key("a"));
    const sealed = before.seal("outbox", "ancien");
    const after = await freshCrypto(key("b"), key("a"));
    expect(after.unseal("outbox", sealed)).toBe("ancien");
    const later = await freshCrypto(key("b"));
    expect(() => later.unseal("outbox", sealed)).toThrow();
  });

  it("wraps data keys apart for each kind of owner", async () => {
    const { newWrappedKey, unwrapKey } = await freshCrypto(key("a"));
    const wrapped = newWrappedKey("wallet");
    expect(unwrapKey("wallet", wrapped)).toHaveLength(32);
    expect(() => unwrapKey("demande", wrapped)).toThrow();
  });
});

describe("signatures and secrets", () => {
  it("accepts its own signature for its own purpose only", async () => {
    const { sign, isSigned } = await freshCrypto(key("a"));
    const signature = sign("flash", "bonjour");
    expect(isSigned("flash", "bonjour", signature)).toBe(true);
    expect(isSigned("flash", "bonsoir", signature)).toBe(false);
    expect(isSigned("retour", "bonjour", signature)).toBe(false);
    expect(isSigned("flash", "bonjour", signature.slice(1))).toBe(false);
  });

  it("makes secrets of 256 bits, all different", async () => {
    const { newSecret } = await freshCrypto(key("a"));
    const secrets = new Set(Array.from({ length: 1_000 }, () => newSecret()));
    expect(secrets.size).toBe(1_000);
    for (const secret of secrets) expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  });
});
