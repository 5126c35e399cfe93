import { hash, verify, type Options } from "@node-rs/argon2";

/** argon2id (the package's default algorithm) with the parameters of OWASP (19 MiB, two passes): strong enough, and bearable when everybody signs in at once. */
const options: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const current = "$argon2id$v=19$m=19456,t=2,p=1$";

/** Hashes a password in NFC: typed on two keyboards, it is one text (ASVS 6.2.x, RFC 8265). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), options);
}

let unknownHash: Promise<string> | undefined;

/**
 * Whether the password is the one hashed. For an unknown account pass null, and "" stands for a password never chosen: the same work is done on a hash of nothing,
 * so that time tells nobody whether the account exists.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  unknownHash ??= hashPassword("aucun compte n’a ce mot de passe");
  const known = stored === "" ? null : stored;
  const isSame = await verify(known ?? (await unknownHash), password.normalize("NFC"));
  return known !== null && isSame;
}

/** Whether a hash was made with other parameters than today's: it is made again at the next sign-in. */
export function isOutdatedHash(stored: string): boolean {
  return !stored.startsWith(current);
}
