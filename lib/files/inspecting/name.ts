import { acceptedTypes, type AcceptedType } from "../rules";

const longest = 120;
/** Controls, invisible characters, and the marks that turn the direction of the text (« fdp.exe » shown « exe.pdf »). */
const unsafe = /(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
/** The joiner of a family of emoji stays; anywhere else it is only invisible. */
const looseJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
/** An ending has a letter: the year of « Facture 12.03.2024 » is none. */
const endingPattern = /\.((?=[\da-z]*[a-z])[\da-z]{1,5})$/i;
const letters = new Intl.Segmenter("fr", { granularity: "grapheme" });

/** The name to show and to give back: what was sent without its folders and its traps, with the ending of what the file is. */
export function cleanFileName(sent: string, type: AcceptedType): string {
  const last = sent.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(unsafe, "").replace(looseJoiner, "").replace(/\s+/gu, " ").trim();
  const ending = endingPattern.exec(plain.slice(1))?.[1]?.toLowerCase() ?? "";
  const stem = (ending ? plain.slice(0, -ending.length) : plain).replace(/^\.+/, "").replace(/[. ]+$/, "");
  const endings: readonly string[] = acceptedTypes[type];
  const kept = endings.includes(ending) ? ending : (endings[0] ?? "");
  return `${shortened(stem) || "document"}.${kept}`;
}

/** At most that many characters, none of them cut in two. */
function shortened(stem: string): string {
  let [kept, length] = ["", 0];
  for (const { segment } of letters.segment(stem)) {
    length += [...segment].length;
    if (length > longest) break;
    kept += segment;
  }
  return kept;
}
