import { acceptedTypes, type AcceptedType } from "./rules";

const longest = 120;
/** Controls, invisible characters, and the marks that turn the direction of the text (« fdp.exe » shown « exe.pdf »). */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;

/** The name to show and to give back: what was sent without its folders and its traps, with the ending of what the file is. */
export function cleanFileName(sent: string, type: AcceptedType): string {
  const last = sent.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(unsafe, "").replace(/\s+/gu, " ").trim();
  const dot = plain.lastIndexOf(".");
  const stem = (dot > 0 ? plain.slice(0, dot) : plain).replace(/^\.+/, "").replace(/[. ]+$/, "");
  const ending = dot > 0 ? plain.slice(dot + 1).toLowerCase() : "";
  const endings: readonly string[] = acceptedTypes[type];
  const kept = endings.includes(ending) ? ending : (endings[0] ?? "");
  return `${[...stem].slice(0, longest).join("") || "document"}.${kept}`;
}
