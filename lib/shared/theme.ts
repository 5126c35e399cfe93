import { adjustUntilReadable, brightenUntilReadable, contrastRatio, isHex, mix, type Hex } from "./contrast";
import { done, refuse, type Result } from "./result";

/** What a town chooses. The rest of the palette is ours, so that every town stays readable. */
export type TownColours = {
  /** Buttons, links, current page. */
  primary: string;
  /** Rules, markers, tile icons: never text. */
  accent: string;
};

type Palette = Readonly<
  Record<"primary" | "primary-strong" | "primary-soft" | "on-primary" | "accent" | "band" | "on-band", Hex>
>;
export type Theme = { light: Palette; dark: Palette };

/** The grounds of components/ui/styles/tokens.css on which the town's colours must read; a test keeps both lists equal. */
export const grounds = {
  light: {
    paper: "#faf9f5",
    surface: "#ffffff",
    sunken: "#f1efe8",
    "danger-soft": "#fcefed",
    "success-soft": "#eaf5ed",
    "warning-soft": "#fdf3dd",
  },
  dark: {
    paper: "#131816",
    surface: "#1b211f",
    sunken: "#0e1211",
    "danger-soft": "#3a1b19",
    "success-soft": "#16301f",
    "warning-soft": "#35270d",
  },
} as const satisfies Record<string, Record<string, Hex>>;

const white: Hex = "#ffffff";
const black: Hex = "#000000";
const text = 4.5;
const easyText = 7;
const graphic = 3;

/**
 * Derives the light and dark palettes from the two colours of a town, or says in French why one is refused:
 * WCAG 1.4.3 asks 4.5:1 for text, WCAG 1.4.11 asks 3:1 for what is needed to use a control. Pages then write in the shade of the
 * chosen colour that reaches 7:1 (WCAG 1.4.6), which is the colour itself when it is deep enough.
 */
export function deriveTheme(colours: TownColours): Result<Theme, "unreadable_colour"> {
  const problems: Record<string, string> = {};
  for (const key of ["primary", "accent"] as const) {
    const problem = colourProblem(key, colours[key]);
    if (problem) problems[key] = problem;
  }
  const { primary, accent } = colours;
  if (Object.keys(problems).length > 0 || !isHex(primary) || !isHex(accent))
    return refuse("unreadable_colour", problems);
  return done({ light: lightPalette(primary, accent), dark: darkPalette(primary, accent) });
}

/** The custom properties of a theme, for one <style> element. Holds nothing but validated colours. */
export function themeCss(theme: Theme): string {
  return `:root{${declarations(theme.light)}}@media (prefers-color-scheme:dark){:root{${declarations(theme.dark)}}}`;
}

function lightPalette(chosen: Hex, accent: Hex): Palette {
  const primary = adjustUntilReadable(chosen, black, [...Object.values(grounds.light), softOf(chosen)], easyText);
  return {
    primary,
    "primary-strong": mix(primary, black, 0.28),
    "primary-soft": softOf(chosen),
    "on-primary": white,
    accent,
    band: mix(primary, black, 0.55),
    "on-band": white,
  };
}

/** At night the same hues, brightened until they read. */
function darkPalette(primary: Hex, accent: Hex): Palette {
  const soft = mix(grounds.dark.surface, primary, 0.22);
  const lit = brightenUntilReadable(primary, [...Object.values(grounds.dark), soft], easyText);
  return {
    primary: lit,
    "primary-strong": mix(lit, white, 0.4),
    "primary-soft": soft,
    "on-primary": grounds.dark.sunken,
    accent: brightenUntilReadable(accent, [...Object.values(grounds.dark), soft], graphic + 0.5),
    band: grounds.dark.sunken,
    "on-band": white,
  };
}

function softOf(primary: Hex): Hex {
  return mix(white, primary, 0.08);
}

function colourProblem(key: keyof TownColours, colour: string): string | undefined {
  if (!isHex(colour))
    return "Écrivez la couleur avec un dièse suivi de six chiffres ou lettres de a à f, par exemple #1a5c4c.";
  const minimum = key === "primary" ? text : graphic;
  const against: Hex[] = [...Object.values(grounds.light), ...(key === "primary" ? [softOf(colour)] : [])];
  const worst = Math.min(...against.map((ground) => contrastRatio(colour, ground)));
  if (worst >= minimum) return undefined;
  const better = adjustUntilReadable(colour, black, [...Object.values(grounds.light), softOf(colour)], minimum);
  return `Cette couleur est trop claire : son contraste est de ${ratio(worst)} pour 1, il en faut au moins ${ratio(minimum)}. Essayez ${better}.`;
}

function ratio(value: number): string {
  return (Math.floor(value * 10) / 10).toLocaleString("fr-FR");
}

function declarations(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
}
