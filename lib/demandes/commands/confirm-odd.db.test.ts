import { addDemarche, startedDraft, valueOf } from "@/db/test/citizen-demande";
import { buildTown, smallDefinition, type Town } from "@/db/test/filed-demande";
import { getDraft } from "../queries/find-draft";
import { saveStep } from "./save-step";

let town: Town;
beforeAll(async () => {
  town = await buildTown();
  const applicant = { ...smallDefinition.applicant, birth: "required" as const, address: "optional" as const };
  const warnings = [
    { field: "applicant.birthDate", if: { before: "-100y" }, text: "Vérifiez votre âge." },
    { field: "applicant.address", if: { isOutsideTown: true as const }, text: "Vérifiez votre adresse." },
  ];
  await addDemarche(town, "age", {}, { ...smallDefinition, applicant, warnings });
});

const born = (year: string) => ({
  "applicant.birthDate.day": "4",
  "applicant.birthDate.month": "3",
  "applicant.birthDate.year": year,
  "applicant.birthPlace": "Amiens",
});

async function begin() {
  const demandeId = await startedDraft(town.citizen, "age");
  const save = (edition: number, raw: Record<string, string>, more: object = {}) =>
    saveStep(town.citizen, {
      demandeId,
      edition,
      step: "informations",
      mode: "continue",
      part: "fields",
      raw,
      town: [{ postalCode: "80000", commune: "Amiens" }],
      ...more,
    });
  return { demandeId, save };
}

describe("an unlikely answer", () => {
  it("is kept, asked again once, and stands when it is given again", async () => {
    const { demandeId, save } = await begin();
    const asked = await save(0, born("1900"));
    expect(asked).toMatchObject({
      ok: false,
      reason: "to_confirm",
      details: { "applicant.birthDate": "Vérifiez votre âge." },
    });
    expect(await getDraft(town.citizen, demandeId)).toMatchObject({
      answers: { applicant: { birthDate: "1900-03-04" } },
      step: "informations",
    });
    const confirmed = asked.ok ? "" : asked.details?.$confirmed;
    valueOf(await save(1, born("1900"), { confirmed }));
    expect((await getDraft(town.citizen, demandeId)).step).toBe("demande");
  });

  it("is asked again when it is another one", async () => {
    const { save } = await begin();
    const asked = await save(0, born("1900"));
    const confirmed = asked.ok ? "" : asked.details?.$confirmed;
    expect(await save(1, born("1901"), { confirmed })).toMatchObject({ reason: "to_confirm" });
    valueOf(await save(2, born("1980"), { confirmed }));
  });

  it("says nothing to who only keeps, and waits for what is wrong to be put right", async () => {
    const { save } = await begin();
    valueOf(await save(0, born("1900"), { mode: "save" }));
    expect(await save(1, { ...born("1900"), "applicant.email": "?" })).toMatchObject({ reason: "invalid" });
  });

  it("is an address outside the town, where the town is known", async () => {
    const { save } = await begin();
    const away = {
      ...born("1980"),
      "applicant.address.line": "1 rue des Lilas",
      "applicant.address.postalCode": "80480",
      "applicant.address.commune": "Dury",
    };
    expect(await save(0, away)).toMatchObject({
      details: { "applicant.address.postalCode": "Vérifiez votre adresse." },
    });
    valueOf(await save(1, away, { town: [] }));
  });
});
