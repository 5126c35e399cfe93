import { fold } from "@/lib/shared/text";

/** With its number, never more than the 60 characters that an identifiant may have. */
const maxBaseLength = 54;
const minLength = 3;

/**
 * T1: « prénom.nom » without accents, spaces and apostrophes to hyphens. A name written in another
 * alphabet, or too short to make an identifiant, gives « usager ».
 */
export function usernameBase(firstName: string, lastName: string): string {
  const parts = [slug(firstName), slug(lastName)].filter((part) => part !== "");
  const base = parts
    .join(".")
    .slice(0, maxBaseLength)
    .replace(/[.-]+$/, "");
  return base.length < minLength ? "usager" : base;
}

/** The base itself if nobody has it, else followed by 2, 3… (F32). `taken`: every identifier that begins with the base. */
export function nextUsername(base: string, taken: readonly string[]): string {
  const known = new Set(taken);
  if (!known.has(base)) return base;
  let number = 2;
  while (known.has(`${base}${number}`)) number += 1;
  return `${base}${number}`;
}

function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
