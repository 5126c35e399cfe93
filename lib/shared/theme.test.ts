import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { contrastRatio, isHex, type Hex } from "./contrast";
import { deriveTheme, grounds, themeCss, type Theme } from "./theme";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value): Hex => `#${value.toString(16).padStart(6, "0")}`);
const tokens = readFileSync(path.join(process.cwd(), "components/ui/styles/tokens.css"), "utf8");

function accepted(primary: string, accent: string): Theme {
  const theme = deriveTheme({ primary, accent });
  if (!theme.ok) throw new Error(JSON.stringify(theme.details));
  return theme.value;
}

describe("contrast", () => {
  it("is 21 between black and white, 1 with itself, as WCAG computes it", () => {
    expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrastRatio("#777777", "#777777")).toBe(1);
    expect(contrastRatio("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  });

  it("reads six digits only", () => {
    expect(["#fff", "1a5c4c", "#1a5c4g", "#1a5c4c;}"].some(isHex)).toBe(false);
    expect(isHex("#1A5C4C")).toBe(true);
  });
});

describe("the theme of a town", () => {
  it("keeps the chosen colours by day, and writes a primary that is hardly deep enough in a deeper shade", () => {
    expect(accepted("#154a3d", "#c2571a").light).toMatchObject({ primary: "#154a3d", accent: "#c2571a" });
    expect(accepted("#1a5c4c", "#c2571a").light.primary).toBe("#195a4a");
  });

  it("refuses a primary too pale for text, says by how much, and proposes one that passes", () => {
    const theme = deriveTheme({ primary: "#6aa5d8", accent: "#c2571a" });
    expect(theme).toMatchObject({ ok: false, reason: "unreadable_colour" });
    const sentence = theme.ok ? "" : (theme.details?.primary ?? "");
    expect(sentence).toMatch(
      /^Cette couleur est trop claire\s: son contraste est de 2,\d pour 1, il en faut au moins 4,5\. Essayez #[0-9a-f]{6}\.$/,
    );
    expect(deriveTheme({ primary: sentence.slice(-8, -1), accent: "#c2571a" }).ok).toBe(true);
  });

  it("refuses an accent under 3 for 1, and accepts for it what it refuses for text", () => {
    expect(deriveTheme({ primary: "#1a5c4c", accent: "#ffd400" })).toMatchObject({
      ok: false,
      details: { accent: expect.stringContaining("au moins 3.") },
    });
    expect(deriveTheme({ primary: "#1a5c4c", accent: "#d0622a" }).ok).toBe(true);
    expect(deriveTheme({ primary: "#d0622a", accent: "#1a5c4c" }).ok).toBe(false);
  });

  it("refuses what is not a colour, so that nothing else reaches the style sheet", () => {
    const theme = deriveTheme({ primary: "red;}body{display:none", accent: "#c2571a" });
    expect(theme).toMatchObject({ ok: false, details: { primary: expect.stringContaining("#1a5c4c") } });
  });

  it("whatever the colours: refused, or readable by day and by night", () => {
    fc.assert(
      fc.property(hex, hex, (primary, accent) => {
        const theme = deriveTheme({ primary, accent });
        if (!theme.ok) return Object.keys(theme.details ?? {}).length > 0;
        return (["light", "dark"] as const).every((mode) =>
          isReadable(theme.value[mode], Object.values(grounds[mode])),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("writes custom properties for both schemes", () => {
    const css = themeCss(accepted("#154a3d", "#c2571a"));
    expect(css).toContain(":root{--primary:#154a3d;");
    expect(css).toMatch(/@media \(prefers-color-scheme:dark\)\{:root\{--primary:#[0-9a-f]{6};/);
  });

  it("judges against the grounds that the style sheet really paints", () => {
    const [light = "", dark = ""] = tokens.split("@media");
    for (const [name, colour] of Object.entries(grounds.light)) expect(light).toContain(`--${name}: ${colour};`);
    for (const [name, colour] of Object.entries(grounds.dark)) expect(dark).toContain(`--${name}: ${colour};`);
  });
});

describe("our own colours", () => {
  const [light = "", dark = ""] = tokens.split("@media");
  const read = (sheet: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(sheet)?.[1] as Hex;

  it.each([
    ["light", light, 7],
    ["dark", dark, 7],
  ])("read easily on every ground (WCAG 1.4.6), %s", (_mode, sheet, minimum) => {
    for (const ground of Object.keys(grounds.light))
      for (const ink of ["ink", "ink-soft", "danger", "success", "warning", "primary"])
        expect({ ground, ink, ratio: contrastRatio(read(sheet, ink), read(sheet, ground)) >= minimum }).toEqual({
          ground,
          ink,
          ratio: true,
        });
    for (const ground of ["paper", "surface", "sunken"])
      expect(contrastRatio(read(sheet, "edge"), read(sheet, ground))).toBeGreaterThanOrEqual(3);
  });
});

function isReadable(palette: Theme["light"], painted: readonly Hex[]): boolean {
  const texts = [...painted, palette["primary-soft"]].every((ground) => contrastRatio(palette.primary, ground) >= 7);
  const onButton = [palette.primary, palette["primary-strong"]].every(
    (ground) => contrastRatio(palette["on-primary"], ground) >= 7,
  );
  const graphics = painted.every((ground) => contrastRatio(palette.accent, ground) >= 3);
  return texts && onButton && graphics && contrastRatio(palette["on-band"], palette.band) >= 7;
}
