/**
 * From each format of a definition to the next: format n → n + 1, at the place n of the list. Pure; each knows nothing but the two
 * formats that it stands between, so none is ever changed again. They get what is stored without its number, and may trust it:
 * it was checked when it was published. A form whose shape changes has a format more: `formats.test.ts` says what to do.
 */
export type Upcaster = (definition: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

export const upcasters: readonly Upcaster[] = [
  // 0 → 1: definitions had no number yet; nothing else changed.
  (definition) => definition,
  // 1 → 2: a line of text may be the name of a place.
  (definition) => definition,
];

/** The format that is written today. */
export const currentFormat = upcasters.length;
