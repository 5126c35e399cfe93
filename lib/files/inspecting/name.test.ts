import { cleanFileName } from "./name";

describe("cleanFileName", () => {
  it.each([
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Users\\moi\\facture.PDF", "facture.pdf"],
    ["contrat.exe", "contrat.pdf"],
    ["fdp.\u202Eexe", "fdp.pdf"],
    ["nul\u0000l.pdf", "null.pdf"],
    ["...", "document.pdf"],
    ["", "document.pdf"],
    ["l’été à Noël.pdf", "l’été à Noël.pdf"],
    [`${"é".repeat(400)}.pdf`, `${"é".repeat(120)}.pdf`],
    ["Facture EDF 12.03.2024", "Facture EDF 12.03.2024.pdf"],
    ["Facture 12.03.2024.pdf", "Facture 12.03.2024.pdf"],
    ["RIB n. 2", "RIB n. 2.pdf"],
    ["👨\u200d👩\u200d👧 famille.pdf", "👨\u200d👩\u200d👧 famille.pdf"],
    ["🏳\ufe0f\u200d🌈.pdf", "🏳\ufe0f\u200d🌈.pdf"],
    ["fac\u200dture.pdf", "facture.pdf"],
    [`${"é".repeat(119)}👨\u200d👩\u200d👧.pdf`, `${"é".repeat(119)}.pdf`],
    ['a"; filename="b.html', "a; filename=b.pdf"],
  ])("« %s » becomes « %s »", (given, kept) => {
    expect(cleanFileName(given, "application/pdf")).toBe(kept);
  });

  it("gives a photo the ending of what it is", () => {
    expect(cleanFileName("IMG_1.JPEG", "image/jpeg")).toBe("IMG_1.jpeg");
    expect(cleanFileName("scan.pdf", "image/png")).toBe("scan.png");
  });
});
