import { detailTexts } from "./detail-words";

const say = (details: Parameters<typeof detailTexts>[0], names = new Map<string, string>()) =>
  detailTexts(details, names);

it("says each datum of a line in French words, never in the codes of the program", () => {
  expect(say({ type: "proof_of_address" })).toEqual(["sorte\u00A0: Justificatif de domicile"]);
  expect(say({ role: "spouse" })).toEqual(["rôle\u00A0: Conjoint ou partenaire"]);
  expect(say({ part: "accessibility" })).toEqual(["partie\u00A0: la déclaration d’accessibilité"]);
  expect(say({ kind: "demande.received" })).toEqual(["sorte\u00A0: Accusé de réception d’une demande"]);
  expect(say({ kind: "held" })).toEqual(["sorte\u00A0: boîte tenue par quelqu’un d’autre"]);
  expect(say({ columns: "firstName commune" })).toEqual(["rubriques\u00A0: prénom, commune"]);
  expect(say({ failure: "disk_full" })).toEqual(["cause\u00A0: Le disque des sauvegardes est plein."]);
  expect(say({ isNew: true, files: 2 })).toEqual(["nouveau\u00A0: oui", "fichiers\u00A0: 2"]);
});

it("names what a line tells by its identifier", () => {
  const id = "01a22c51-60ea-7e5b-8ebb-27eda834a3a3";
  expect(say({ service: id }, new Map([[id, "Service état civil"]]))).toEqual(["service\u00A0: Service état civil"]);
  expect(say({ service: id })).toEqual([`service\u00A0: ${id}`]);
});

it("takes no text for the words of another datum, and shows as it is what an older portal wrote", () => {
  expect(say({ demarche: "link", path: "owner" })).toEqual(["démarche\u00A0: link", "champ\u00A0: owner"]);
  expect(say({ forgotten: "x" } as object)).toEqual(["forgotten\u00A0: x"]);
});
