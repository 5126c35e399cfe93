import fc from "fast-check";
import { checkDemande, parseStep, submittedAnswers, toFormValues } from "@/lib/demarches/answers";
import { catalogue } from "@/catalogue/all";
import type { Answers, DemarcheDefinition } from "@/lib/demarches/form";
import { getAnswer, setAnswer } from "@/lib/demarches/fields/paths";
import { fieldPlaces } from "@/lib/demarches/fields/places";
import { definitionSchema } from "@/lib/demarches/schema";
import { allSections } from "@/lib/demarches/sections";
import type { RelationView } from "@/lib/relations/types";
import { addDays } from "@/lib/shared/calendar";
import { newId, type RelationId } from "@/lib/shared/ids";
import { contextAsFiled, judgedOf, keepAsFiled } from "../draft/as-filed";
import { fillBeneficiary, strangerErrors } from "../draft/beneficiary";
import { correctable, isOpenPath, keepOpen, openPaths, type Filed } from "./correction";
import { readingContext, type DemandeContext } from "../draft/form-context";
import { answerTo, filesOf, fillForm, type Pick } from "../testing/forms";

const filedOn = "2026-11-23";
const later = addDays(filedOn, 400);
const definitions = catalogue.map(({ slug, definition }) => [slug, definitionSchema.parse(definition)] as const);

/** The people of an account, in the roles that the démarche accepts; none for a person without account. */
function contextOn(today: string, definition: DemarcheDefinition, pick: Pick): DemandeContext {
  const roles = definition.beneficiary?.roles ?? [];
  const isSignedIn = pick(3) > 0;
  const people = roles
    .slice(0, isSignedIn ? pick(3) : 0)
    .map((role, index) => relation(role, `Personne${index}`, pick));
  const relations = people.map(({ id, name }) => ({ id, label: name }));
  return { today, isSignedIn, relations, people, reached: [] };
}

function relation(role: RelationView["role"], name: string, pick: Pick): RelationView {
  const isLegal = role === "company" || role === "association";
  const facts = isLegal
    ? { kind: "legal" as const, legalName: "Les Amis", siret: "73282932000074", rna: "", firstName: "", lastName: "" }
    : {
        kind: "natural" as const,
        legalName: "",
        siret: "",
        rna: "",
        firstName: pick(3) === 0 ? "" : "Léa",
        lastName: "Exemple",
      };
  const place = { addressLine: "", addressExtra: "", postalCode: "", commune: "" };
  const birth = pick(2) === 0 ? { birthDate: "2018-04-02", birthPlace: "Lyon" } : { birthDate: null, birthPlace: "" };
  const id = newId<RelationId>();
  return {
    id,
    role,
    name,
    civility: null,
    email: "",
    phone: "",
    updatedAt: new Date(filedOn),
    ...place,
    ...birth,
    ...facts,
  };
}

const chance = fc.infiniteStream(fc.nat({ max: 10_000 })).map((stream): Pick => (below) => {
  const drawn: unknown = stream.next().value;
  return typeof drawn === "number" ? drawn % below : 0;
});

/** A demande as it was accepted on the day of its filing; its name would not be today, now that emoji are no name. */
function file(definition: DemarcheDefinition, pick: Pick) {
  const context = contextOn(filedOn, definition, pick);
  const begun = fillForm(definition, context, pick);
  const chosen = fillBeneficiary(begun.answers, {}, context.people, false);
  const { answers, files } = fillForm(definition, context, pick, chosen);
  const submitted = submittedAnswers(definition, answers, context);
  expect(checkDemande(definition, submitted, files, context)).toEqual({});
  return { answers: setAnswer(submitted, "applicant.lastName", "Exemple 👾"), files };
}

/** What a submission of it would refuse. */
function refusals(
  definition: DemarcheDefinition,
  context: DemandeContext,
  filed: Filed,
  typed: Answers,
  files: Filed["files"],
) {
  const form = { definition, context, filed };
  const answers = submittedAnswers(definition, keepAsFiled(form, typed), context);
  return {
    ...checkDemande(definition, answers, files, context, judgedOf(form, answers)),
    ...strangerErrors(answers, filed.answers, context.people),
  };
}

/** What the service named, and what appears then, answered again. */
function correct(definition: DemarcheDefinition, context: DemandeContext, filed: Filed, pick: Pick): Answers {
  const correction = { flagged: filed.flagged ?? [], submitted: filed.answers };
  const open = openPaths(correction, definition, filed.answers, context);
  let answers = filed.answers;
  for (const place of fieldPlaces(allSections(definition, context), answers))
    if (isOpenPath(place.path, open)) answers = setAnswer(answers, place.path, answerTo(place, context, pick));
  const filled = fillBeneficiary(answers, filed.answers, context.people, true);
  const whole = fillForm(definition, context, pick, filled).answers;
  return keepOpen(filed.answers, whole, openPaths(correction, definition, whole, context));
}

it("is tried with what few people answer", () => {
  const filed = fc
    .sample(chance, { numRuns: 20, seed: 1 })
    .flatMap((pick) => definitions.map(([, definition]) => JSON.stringify(file(definition, pick).answers)));
  for (const [wanted, shape] of Object.entries({
    "a waived answer": /:\{"waived":true\}/,
    "a waived answer beside what is known": /\{"(?:line|postalCode|commune|lastName)":"[^}]*"waived":true\}/,
    "a person with one name only": /"hasOneName":true/,
    "an author or a beneficiary with one name only": /"firstName":\{"waived":true\}/,
    "a birth of which the year alone is known": /"birthDate":"\d{4}"/,
    "a birth of which the month is known too": /"birthDate":"\d{4}-\d{2}"/,
  }))
    expect([wanted, filed.some((answers) => shape.test(answers))]).toEqual([wanted, true]);
});

describe.each(definitions)(
  "%s, filed, then taken up four hundred days later with another account around it",
  (_, definition) => {
    it("may be corrected in whatever the service names", () => {
      fc.assert(
        fc.property(chance, (pick) => {
          const { answers } = file(definition, pick);
          const reading = readingContext({ accountId: null, beneficiaryName: "Léa Exemple" }, answers);
          const rows = correctable(definition, answers, [], reading).flatMap((section) => section.rows);
          const flagged = rows.filter(() => pick(4) === 0).map(({ path }) => path);
          const named = flagged.length > 0 ? flagged : [rows[pick(rows.length)]?.path ?? ""];
          const filed: Filed = { answers, files: [], on: filedOn, flagged: named };
          const context = contextAsFiled(contextOn(later, definition, pick), filed);
          const corrected = correct(definition, context, filed, pick);
          for (const path of named)
            expect(
              isOpenPath(path, openPaths({ flagged: named, submitted: answers }, definition, corrected, context)),
            ).toBe(true);
          expect(refusals(definition, context, filed, corrected, filesOf(definition, corrected, context))).toEqual({});
        }),
        { numRuns: 20 },
      );
    });

    it("may be changed in one answer, the others posted again as they were", () => {
      fc.assert(
        fc.property(chance, (pick) => {
          const { answers, files } = file(definition, pick);
          const filed: Filed = { answers, files, on: filedOn, flagged: null };
          const context = contextAsFiled(contextOn(later, definition, pick), filed);
          const raw = toFormValues(definition, answers, context);
          const posted = parseStep(
            definition,
            "demande",
            raw,
            parseStep(definition, "informations", raw, answers, context).answers,
            context,
          ).answers;
          expect(refusals(definition, context, filed, posted, files)).toEqual({});
          const changed = setAnswer(posted, "applicant.firstName", "Camille");
          expect(refusals(definition, context, filed, changed, files)).toEqual({});
          expect(getAnswer(keepAsFiled({ definition, context, filed }, changed), "applicant.firstName")).toBe(
            "Camille",
          );
        }),
        { numRuns: 20 },
      );
    });
  },
);
