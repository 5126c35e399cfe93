import { readFileSync } from "node:fs";
import path from "node:path";
import { addCitizen, addDemarche, journalOf, startedDraft, valueOf } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import type { Actor } from "@/lib/kernel/actor";
import type { DemarcheDefinition } from "@/lib/demarches/form";
import { currentFormat } from "@/lib/demarches/formats/upcasters";
import type { DemandeId } from "@/lib/shared/ids";
import { findDemandeById } from "../queries/find-demande";
import { getDraft } from "../queries/find-draft";
import { declareIncomplete } from "./declare-incomplete";
import { openRevision } from "./open-revision";
import { saveStep } from "./save-step";
import { submitDemande } from "./submit-demande";

/** A demande keeps the version that it was started with, in the format that it was published under, for as long as it runs. */

jest.setTimeout(90_000);

const formats = Array.from({ length: currentFormat + 1 }, (_, format) => format);
const frozen = (format: number) =>
  JSON.parse(
    readFileSync(path.join(process.cwd(), `lib/demarches/formats/frozen/${format}.json`), "utf8"),
  ) as DemarcheDefinition;

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

const filled = {
  informations: {
    "applicant.firstName": "Camille",
    "applicant.lastName": "Exemple",
    "applicant.email": "camille@example.org",
    "applicant.address.line": "1 rue de l’Exemple",
    "applicant.address.postalCode": "20000",
    "applicant.address.commune": "Ajaccio",
    "beneficiary.who": "self",
  },
  demande: {
    "start.kind": "again",
    "start.services": ["school"],
    "start.from.day": "3",
    "start.from.month": "2",
    "start.from.year": "2027",
    "all.longText": "Un mot.",
  },
};

async function save(
  actor: Actor,
  demandeId: DemandeId,
  step: "informations" | "demande",
  raw: Record<string, string | string[]>,
) {
  const { edition } = await getDraft(actor, demandeId);
  valueOf(await saveStep(actor, { demandeId, edition, step, raw, mode: "continue", part: "fields" }));
}

async function submit(actor: Actor, demandeId: DemandeId) {
  const { revision } = await getDraft(actor, demandeId);
  valueOf(await submitDemande(actor, { demandeId, revision, robot: "not_needed" }));
}

it.each(formats)("a demande under a form of format %i is filed, read by its service, and corrected", async (format) => {
  const citizen = await addCitizen(`format-${format}`);
  // « École » was ticked: that service reads it.
  const agent = town.stranger;
  const slug = `format-${format}`;
  await addDemarche(town, slug, { serviceId: town.serviceId }, frozen(format));
  const demandeId = await startedDraft(citizen, slug);
  await save(citizen, demandeId, "informations", filled.informations);
  await save(citizen, demandeId, "demande", filled.demande);
  await submit(citizen, demandeId);

  const read = await findDemandeById(agent, demandeId);
  expect(read).toMatchObject({ status: "pending", answers: { all: { longText: "Un mot." } } });
  const items = [{ fieldPath: "all.longText", reason: "incorrect" as const, comment: "" }];
  const asked = { demandeId, lockVersion: read?.lockVersion ?? 0, reason: "À revoir.", items };
  valueOf(await declareIncomplete(agent, asked));

  valueOf(await openRevision(citizen, { demandeId }));
  await save(citizen, demandeId, "demande", { "all.longText": "Un autre mot." });
  await submit(citizen, demandeId);
  expect(await findDemandeById(citizen, demandeId)).toMatchObject({
    status: "rectified",
    answers: { all: { longText: "Un autre mot." } },
  });
  expect(await journalOf(demandeId, "demande.corrected")).toHaveLength(1);
});
