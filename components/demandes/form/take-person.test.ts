import { withPerson } from "./take-person";

const empty = {
  "acte.personne.firstName": "",
  "acte.personne.lastName": "Ancien",
  "acte.personne.birthDate.day": "",
  "acte.personne.birthDate.month": "",
  "acte.personne.birthDate.year": "",
  "autre.champ": "x",
};
const person = {
  civility: "madame",
  firstName: "Lou",
  lastName: "Démonstration",
  birthDate: "2016-05-04",
  birthPlace: "",
} as const;

describe("taking up somebody’s data", () => {
  it("fills in the controls that the field has, and no other", () => {
    expect(withPerson(empty, "acte.personne", person)).toEqual({
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
    expect(withPerson(empty, "acte.personne", unknown)["acte.personne.lastName"]).toBe("Ancien");
  });

  it("fills nothing in at a path that the form does not have", () => {
    expect(withPerson(empty, "acte.inconnu", person)).toEqual(empty);
  });
});
