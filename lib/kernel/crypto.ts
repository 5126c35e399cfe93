import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { env } from "./env";

/** 32 random bytes as base64url: session keys, guest keys, tokens of links (256 bits, ASVS 7.2.3). */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 in hexadecimal: what the table keeps of a secret of 256 random bits. */
export function hashSecret<T extends string = string>(secret: string): T {
  return createHash("sha256").update(secret).digest("hex") as T;
}

/** HMAC-SHA-256 of a personal datum, so that it can be compared but not guessed from a stolen table. */
export function fingerprint(purpose: string, text: string): string {
  return createHmac("sha256", derive(env().MASTER_KEY, `fingerprint:${purpose}`))
    .update(text)
    .digest("hex");
}

/** Signature of a short text by the portal, base64url. */
export function sign(purpose: string, text: string): string {
  return createHmac("sha256", derive(env().SESSION_SECRET, `sign:${purpose}`))
    .update(text)
    .digest("base64url");
}

/** Whether `signature` was made by `sign(purpose, text)`; in constant time. */
export function isSigned(purpose: string, text: string, signature: string): boolean {
  const expected = Buffer.from(sign(purpose, text));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Seals a text with the master key for one purpose (AES-256-GCM): « v1.keyId.nonce.tag.ciphertext ». */
export function seal(purpose: string, plain: string): string {
  return sealBytes(purpose, Buffer.from(plain, "utf8"));
}

/** Opens what `seal` closed, under the present or an earlier master key. Throws when it was altered or is another purpose's. */
export function unseal(purpose: string, sealed: string): string {
  return unsealBytes(purpose, sealed).toString("utf8");
}

/** The master key that seals, then the earlier ones that still open. */
export function masterKeys(): readonly string[] {
  const { MASTER_KEY, MASTER_KEY_PREVIOUS } = env();
  return [MASTER_KEY, ...MASTER_KEY_PREVIOUS.split(",").filter((key) => key !== "")];
}

/** Whose files a data key closes. */
type KeyPurpose = "wallet" | "demande" | "export" | "backup";

/** A new data key, wrapped by the master key, ready for its owner's row. */
export function newWrappedKey(purpose: KeyPurpose): string {
  return sealBytes(`data-key:${purpose}`, randomBytes(32));
}

/** The 32 bytes of a wrapped data key. */
export function unwrapKey(purpose: KeyPurpose, wrapped: string): Buffer {
  return unsealBytes(`data-key:${purpose}`, wrapped);
}

function sealBytes(purpose: string, plain: Buffer): string {
  const master = env().MASTER_KEY;
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derive(master, `seal:${purpose}`), nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return ["v1", keyId(master), ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))].join(
    ".",
  );
}

function unsealBytes(purpose: string, sealed: string): Buffer {
  const [version, id, nonce, tag, body] = sealed.split(".");
  const master = masterKeys().find((key) => keyId(key) === id);
  if (version !== "v1" || !master || nonce === undefined || tag === undefined || body === undefined)
    throw new Error("sealed text: unknown version or key");
  const decipher = createDecipheriv("aes-256-gcm", derive(master, `seal:${purpose}`), decode(nonce), {
    authTagLength: 16,
  });
  decipher.setAuthTag(decode(tag));
  return Buffer.concat([decipher.update(decode(body)), decipher.final()]);
}

/** base64url that has one spelling only: the spare bits of the last character must be zero. */
function decode(part: string): Buffer {
  const bytes = Buffer.from(part, "base64url");
  if (bytes.toString("base64url") !== part) throw new Error("sealed text: not canonical");
  return bytes;
}

const derived = new Map<string, Buffer>();

/** One key per purpose from one secret (HKDF, RFC 5869). */
function derive(secret: string, info: string): Buffer {
  const slot = `${keyId(secret)}:${info}`;
  const known = derived.get(slot);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", Buffer.from(secret, "base64url"), "parvis", info, 32));
  derived.set(slot, key);
  return key;
}

function keyId(secret: string): string {
  return createHash("sha256").update(`id:${secret}`).digest("hex").slice(0, 8);
}
