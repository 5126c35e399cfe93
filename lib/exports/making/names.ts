/**
 * Names inside an archive: folders and files that every system accepts (no traversal, no reserved name, no invisible
 * character), none twice, whatever the letter case.
 */

const longest = 100;
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
/** Devices of Windows, which refuses them as names whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** One folder or file name; `fallback` when nothing of it can be kept. */
export function safeName(text: string, fallback = "document"): string {
  const { stem, ending } = split(text.normalize("NFC").replace(unsafe, " ").replace(/\s+/gu, " ").trim());
  const cut = [...stem]
    .slice(0, longest)
    .join("")
    .replace(/^[. ]+|[. ]+$/g, "");
  const kept = cut === "" ? fallback : cut;
  return `${reserved.test(kept) ? `${kept}_` : kept}${ending}`;
}

/** Gives each path once: the second « pièce.pdf » of a folder is « pièce (2).pdf ». Folders are named the same way. */
export function namer(): (folder: string, text: string, fallback?: string) => string {
  const taken = new Set<string>();
  return (folder, text, fallback) => {
    const name = safeName(text, fallback);
    const { stem, ending } = split(name);
    for (let number = 1; ; number += 1) {
      const path = `${folder}${number === 1 ? name : `${stem} (${number})${ending}`}`;
      const key = path.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return path;
    }
  };
}

function split(name: string): { stem: string; ending: string } {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? "";
  return ending.length === name.length
    ? { stem: name, ending: "" }
    : { stem: name.slice(0, name.length - ending.length), ending };
}
