import { fold } from "./text";

/** Ways to write the country of the town; browsers fill in the first two. */
const ownNames: ReadonlySet<string> = new Set(["", "france", "fr", "france metropolitaine"]);

/** Whether what was typed as a country is another than France; nothing typed is France. */
export function isForeignCountry(country: string | undefined): boolean {
  return !ownNames.has(fold(country ?? "").trim());
}
