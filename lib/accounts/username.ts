import { fold } from "@/lib/shared/text";

const maxLength = 60;

/**
 * T1: « prénom.nom » without accents, spaces and apostrophes to hyphens. A name written in another alphabet gives « usager ».
 */
export function usernameBase(firstName: string, lastName: string): string {
  const parts = [slug(firstName), slug(lastName)].filter((part) => part !== "");
  return (
    parts
      .join(".")
      .slice(0, maxLength)
      .replace(/[.-]+$/, "") || "usager"
  );
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
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
