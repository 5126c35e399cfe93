import { fileLimits } from "@/lib/files/rules";
import {
  apartFromNumbers,
  count,
  enumerate,
  fileSize,
  fold,
  fullName,
  serviceInSentence,
  unbroken,
  wholeAddress,
} from "./text";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("small French texts", () => {
  it("counts with zero in the singular", () => {
    expect([0, 1, 2].map((n) => plain(count(n, "demande")))).toEqual(["0 demande", "1 demande", "2 demandes"]);
    expect(plain(count(1234, "place libre", "places libres"))).toBe("1 234 places libres");
  });

  it("joins the names that are known", () => {
    expect(fullName({ firstName: "Ada", lastName: "Morel" })).toBe("Ada Morel");
    expect(fullName({ firstName: null, lastName: "Morel" })).toBe("Morel");
    expect(fullName({ firstName: null, lastName: null })).toBe("");
  });

  it.each([
    ["03 22 00 00 00", "03_22_00_00_00"],
    ["Du lundi au vendredi, 9 h à 12 h et 13 h 30 à 17 h", "Du lundi au vendredi, 9_h_à_12_h et 13_h_30_à_17_h"],
    ["Bureau 4 habitants", "Bureau 4 habitants"],
  ])("keeps on one line the parts of « %s »", (text, kept) => {
    expect(unbroken(text)).toBe(kept.replaceAll("_", "\u00a0"));
  });

  it.each([
    [
      "Hôtel de la métropole, 12 quai des Tanneurs, 99000 Belleval",
      "Hôtel de la métropole, 12_quai des Tanneurs, 99000_Belleval",
    ],
    ["3 bis, rue du 8 mai 1945, bâtiment 4", "3_bis,_rue du 8_mai 1945, bâtiment 4"],
    ["Mairie, place de l’Église", "Mairie, place de l’Église"],
  ])("keeps a number with what it numbers in an address: %s", (text, kept) => {
    expect(wholeAddress(text)).toBe(kept.replaceAll("_", "\u00a0"));
  });

  it("names a service in a sentence without saying « service » twice", () => {
    expect(`au ${serviceInSentence("Service état civil")}`).toBe("au service état civil");
    expect(plain(`au ${serviceInSentence("Guichet famille")}`)).toBe("au service « Guichet famille »");
  });

  it("shows the room of a porte-documents as the sentences say it", () => {
    expect(plain(fileSize(fileLimits.walletBytes))).toBe("200 Mo");
  });

  it("says the room of a disk in gigaoctets", () => {
    expect(plain(fileSize(69_199_000_000))).toBe("69 Go");
    expect(plain(fileSize(1_500_000_000))).toBe("1,5 Go");
  });

  it("enumerates", () => {
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(enumerate)).toEqual(["", "a", "a et b", "a, b et c"]);
  });

  it.each([
    [0, "0 octet"],
    [999, "999 octets"],
    [1500, "1,5 Ko"],
    [640_000, "640 Ko"],
    [1_234_567, "1,2 Mo"],
    [10_000_000, "10 Mo"],
  ])("says the size of a file of %i bytes", (bytes, text) => {
    expect(plain(fileSize(bytes))).toBe(text);
  });

  it("folds accents and capitals to compare", () => {
    expect(fold("Élève à l’École")).toBe("eleve a l'ecole");
    expect(fold("CŒUR Æsir Straße Søren Łukasz Yılmaz İnci Đặng Þór ẞ")).toBe(
      "coeur aesir strasse soren lukasz yilmaz inci dang thor ss",
    );
    for (const sign of ["'", "’", "‘", "´", "`", "′", "ʼ", "＇"]) expect(fold(`N${sign}Guessan`)).toBe("n'guessan");
  });
});

it("sets apart the numbers that no line may cut, and nothing that looks like one", () => {
  expect(apartFromNumbers("La demande n° 2026-7K3M-9QX2 est close")).toEqual([
    "La demande n° ",
    "2026-7K3M-9QX2",
    " est close",
  ]);
  expect(apartFromNumbers("Saint-Jean, 2026-2027, 12026-7K3M-9QX2")).toHaveLength(1);
});
