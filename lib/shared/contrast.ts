/** Colours as six hexadecimal digits, and their contrast as WCAG 2.2 computes it. Pure arithmetic, for both sides. */

export type Hex = `#${string}`;

type Channels = readonly [red: number, green: number, blue: number];

const white: Hex = "#ffffff";
const hexPattern = /^#[0-9a-f]{6}$/i;

export function isHex(text: string): text is Hex {
  return hexPattern.test(text);
}

/** From 1 (same colour) to 21 (black on white). */
export function contrastRatio(one: Hex, other: Hex): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `share` of `other` poured into `base`: 0 gives `base`, 1 gives `other`. */
export function mix(base: Hex, other: Hex, share: number): Hex {
  const to = channels(other);
  return toHex(channels(base).map((value, i) => value + ((to[i] ?? value) - value) * share));
}

/**
 * Brightens `colour` until it reads on every one of `grounds` at `ratio` at least: first with all its saturation,
 * as a lamp would, then towards white.
 */
export function brightenUntilReadable(colour: Hex, grounds: readonly Hex[], ratio: number): Hex {
  const reads = (candidate: Hex) => grounds.every((ground) => contrastRatio(candidate, ground) >= ratio);
  const strongest = 255 / Math.max(1, ...channels(colour));
  for (let gain = 1; gain < strongest; gain += 0.02) {
    // A little white on the way: pure light is harsh on a dark ground.
    const candidate = mix(multiply(colour, gain), white, 0.12 * (gain - 1));
    if (reads(candidate)) return candidate;
  }
  return adjustUntilReadable(multiply(colour, strongest), white, grounds, ratio);
}

/**
 * The closest mix of `colour` with `towards` that reads on every one of `grounds` at `ratio` at least;
 * `towards` itself when no mix does.
 */
export function adjustUntilReadable(colour: Hex, towards: Hex, grounds: readonly Hex[], ratio: number): Hex {
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = mix(colour, towards, share);
    if (grounds.every((ground) => contrastRatio(candidate, ground) >= ratio)) return candidate;
  }
  return towards;
}

function multiply(colour: Hex, gain: number): Hex {
  return toHex(channels(colour).map((value) => value * gain));
}

function toHex(values: readonly number[]): Hex {
  const digits = values.map((value) => Math.min(255, Math.round(value)).toString(16).padStart(2, "0"));
  return `#${digits.join("")}`;
}

function channels(colour: Hex): Channels {
  const at = (start: number) => Number.parseInt(colour.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
}

function luminance(colour: Hex): number {
  const [red, green, blue] = channels(colour).map((value) => linear(value / 255)) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
