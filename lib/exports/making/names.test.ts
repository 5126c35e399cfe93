import fc from "fast-check";
import { namer, safeName } from "./names";

describe("names inside an archive", () => {
  it.each([
    ["../../etc/passwd", "etc passwd"],
    ["..\\..\\boot.ini", "boot.ini"],
    ["/absolu.pdf", "absolu.pdf"],
    ["C:\\pièce d’identité.pdf", "C pièce d’identité.pdf"],
    ["fdp\u202Eexe.pdf", "fdp exe.pdf"],
    ["ligne\nsuivante.pdf", "ligne suivante.pdf"],
    ["con.txt", "con_.txt"],
    ["..", "document"],
    ["", "document"],
    ["  . ", "document"],
    ["e\u0301tat.pdf", "\u00E9tat.pdf"],
  ])("%j becomes %j", (text, name) => {
    expect(safeName(text)).toBe(name);
  });

  it("keeps the ending of a long name", () => {
    expect(safeName(`${"é".repeat(300)}.pdf`)).toBe(`${"é".repeat(100)}.pdf`);
  });

  it("gives no path twice, whatever the letter case", () => {
    const name = namer();
    const given = ["pièce.pdf", "Pièce.pdf", "pièce.pdf"].map((text) => name("pieces/", text));
    expect(given).toEqual(["pieces/pièce.pdf", "pieces/Pièce (2).pdf", "pieces/pièce (3).pdf"]);
    expect(name("autres/", "pièce.pdf")).toBe("autres/pièce.pdf");
  });

  it("never leaves its folder, never repeats itself, whatever people call their files", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 30 }), (texts) => {
        const name = namer();
        const paths = texts.map((text) => name("dossier/", text));
        for (const path of paths) {
          expect(path.split("/")).toHaveLength(2);
          expect(path.slice("dossier/".length)).not.toMatch(/^\.|^$|[\\\0-\x1f]/);
        }
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
      }),
    );
  });
});
