import type { Section } from "@/lib/demarches/form";
import { belongsTo, countItems, fieldPathOf, isOwn } from "./paths";

const sections: Section[] = [
  {
    key: "famille",
    title: "La famille",
    fields: [
      { key: "enfant", type: "person", label: "Enfant", from: [], asks: ["birthDate"] },
      {
        key: "autres",
        type: "group",
        label: "Autres enfants",
        itemLabel: "Enfant",
        addLabel: "Ajouter un enfant",
        min: 0,
        max: 3,
        fields: [{ key: "prenom", type: "text", label: "Prénom" }],
      },
    ],
  },
];

describe("paths of controls", () => {
  it.each([
    ["famille.enfant.birthDate.day", "famille.enfant"],
    ["famille.enfant", "famille.enfant"],
    ["famille.autres.2.prenom", "famille.autres.2.prenom"],
    ["famille.autres.2", null],
    ["famille.autres.x.prenom", null],
    ["famille.inconnu", null],
    ["intent", null],
    ["", null],
  ])("%s belongs to the field %s", (control, field) => {
    expect(fieldPathOf(control, sections)).toBe(field);
  });

  it("tells a part of a field from a field whose name begins alike", () => {
    expect(belongsTo("a.date.day", "a.date")).toBe(true);
    expect(belongsTo("a.dateFin", "a.date")).toBe(false);
  });

  it("counts the items of a group by their highest number", () => {
    expect(countItems("a.g", { "a.g.0.x": "", "a.g.2.x": "", "a.gg.7.x": "" })).toBe(3);
    expect(countItems("a.g", {})).toBe(0);
  });

  it("lets the browser complete only what is about the person who types", () => {
    expect(isOwn("applicant.email")).toBe(true);
    expect(isOwn("beneficiary.firstName")).toBe(false);
  });
});
