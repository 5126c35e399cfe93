import type { Section } from "@/lib/demarches/form";
import { withOwnPerson, withPerson } from "./take-person";

const sections: Section[] = [
  {
    key: "acte",
    title: "L’acte",
    fields: [
      { key: "personne", type: "person", label: "Personne", from: ["account"], asks: ["birthDate"] },
      { key: "motif", type: "text", label: "Motif" },
    ],
  },
];
const values = { "acte.personne.lastName": "Ancien", "autre.champ": "x" };
const person = {
  civility: "madame",
  firstName: "Lou",
  lastName: "Démonstration",
  birthDate: "2016-05-04",
  birthPlace: "Amiens",
} as const;

describe("taking up somebody’s data", () => {
  it("fills in the controls that the field has, empty ones too, and no other", () => {
    expect(withPerson(sections, values, "acte.personne", person)).toEqual({
      "acte.personne.firstName": "Lou",
      "acte.personne.lastName": "Démonstration",
      "acte.personne.birthDate.day": "4",
      "acte.personne.birthDate.month": "5",
      "acte.personne.birthDate.year": "2016",
      "autre.champ": "x",
    });
  });

  it("leaves what is not known of the person as it was", () => {
    const unknown = { ...person, lastName: "", birthDate: null };
    expect(withPerson(sections, values, "acte.personne", unknown)["acte.personne.lastName"]).toBe("Ancien");
  });

  it("ticks « n’a qu’un nom » for who has one, in place of a first name, and not for a child to be born", () => {
    const one = { ...person, firstName: "" };
    const typed = { ...values, "acte.personne.firstName": "Ancien" };
    const taken = withPerson(sections, typed, "acte.personne", one);
    expect(taken["acte.personne.hasOneName"]).toBe("yes");
    expect(taken).not.toHaveProperty(["acte.personne.firstName"]);
    expect(withPerson(sections, taken, "acte.personne", person)).not.toHaveProperty(["acte.personne.hasOneName"]);
    const unborn = withPerson(sections, values, "acte.personne", { ...one, isUnborn: true });
    expect(unborn).not.toHaveProperty(["acte.personne.hasOneName"]);
  });

  it.each(["acte.inconnu", "acte.motif", "", "__proto__"])(
    "fills nothing in at %j, where there is no person",
    (path) => {
      expect(withPerson(sections, values, path, person)).toEqual(values);
    },
  );

  it("takes up the author of the demande, without account too", () => {
    const typed = {
      "applicant.firstName": "Camille",
      "applicant.lastName": "Martin",
      "applicant.birthDate.year": "1984",
    };
    expect(withOwnPerson(sections, typed, "acte.personne")).toEqual({
      ...typed,
      "acte.personne.firstName": "Camille",
      "acte.personne.lastName": "Martin",
      "acte.personne.birthDate.year": "1984",
    });
  });
});
