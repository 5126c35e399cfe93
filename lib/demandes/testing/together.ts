import { eq } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { DemarcheDefinition } from "@/lib/demarches/form";
import type { DemandeId } from "@/lib/shared/ids";
import { smallDefinition } from "@/db/test/filed-demande";
import { startedDraft, valueOf } from "@/db/test/citizen-demande";
import { plainPdf, sent } from "@/db/test/sample-files";
import { attachFile } from "../commands/attach-file";
import { saveStep } from "../commands/save-step";
import { submitDemande } from "../commands/submit-demande";
import { findDemandeById } from "../queries/find-demande";

/** Under which these tests publish the form. */
export const slug = "changer";

/** For tests: a form that chooses services of `buildTown`, and two that nobody reads; it gives a new address. */
export const severalServices: DemarcheDefinition = {
  ...smallDefinition,
  sections: [
    {
      key: "adresse",
      title: "La nouvelle adresse",
      fields: [
        { key: "after", type: "address", label: "Nouvelle adresse", mayUpdateAccount: { from: "adresse.from" } },
        { key: "from", type: "date", label: "À partir du", min: "-1y", max: "+6m" },
        {
          key: "services",
          type: "choices",
          label: "Services à prévenir",
          options: [
            { value: "registry", label: "État civil", service: "etat-civil" },
            { value: "school", label: "École", service: "scolarite" },
            { value: "canteen", label: "Cantine", service: "scolarite" },
            { value: "library", label: "Bibliothèques", service: "bibliotheques" },
          ],
        },
      ],
    },
    {
      key: "pieces",
      title: "Les pièces",
      fields: [{ key: "proof", type: "file", label: "Justificatif", document: "proof_of_address" }],
    },
  ],
};

type Told = { services: readonly string[]; from?: string; commune?: string };

/** A draft of it with everything that submitting asks. */
export async function draftFor(
  actor: Actor,
  slug: string,
  { services, from = "2026-01-31", commune = "Ajaccio" }: Told,
) {
  const demandeId: DemandeId = await startedDraft(actor, slug);
  const step = { demandeId, mode: "continue", part: "fields" } as const;
  const applicant = {
    "applicant.firstName": "Camille",
    "applicant.lastName": "Exemple",
    "applicant.email": "camille@example.org",
  };
  const { edition } = valueOf(await saveStep(actor, { ...step, step: "informations", edition: 0, raw: applicant }));
  const [year = "", month = "", day = ""] = from.split("-");
  const raw = {
    "adresse.after.line": "2 place du Marché",
    "adresse.after.postalCode": "20000",
    "adresse.after.commune": commune,
    "adresse.from.day": day,
    "adresse.from.month": month,
    "adresse.from.year": year,
    "adresse.services": [...services],
  };
  valueOf(await saveStep(actor, { ...step, mode: "save", step: "demande", edition, raw }));
  valueOf(await attachFile(actor, { demandeId, path: "pieces.proof", file: sent(plainPdf) }));
  return demandeId;
}

/** Two services of `buildTown` that read. */
export const both = ["registry", "school"];
/** What submitting the first form posts. */
export const submit = (demandeId: DemandeId, more: { updatesAccount?: "yes"; robot?: "passed" } = {}) => ({
  demandeId,
  revision: 1,
  robot: "not_needed" as const,
  ...more,
});

/** Files for these services, and gives every demande that was made, the one of the draft first. */
export async function filed(actor: Actor, services: readonly string[] = both) {
  const demandeId = await draftFor(actor, slug, { services });
  valueOf(await submitDemande(actor, submit(demandeId, { robot: "passed" })));
  return together(demandeId);
}

/** Every demande of a filing, the given one first. */
export async function together(demandeId: DemandeId) {
  const [first] = await database().select().from(demandes).where(eq(demandes.id, demandeId));
  if (!first) throw new Error("absent");
  const others = first.filingId
    ? await database().select().from(demandes).where(eq(demandes.filingId, first.filingId))
    : [];
  return [first, ...others.filter(({ id }) => id !== demandeId)];
}

/** The two demandes of a filing for both services. */
export async function pair(actor: Actor) {
  const [first, other] = await filed(actor);
  if (!first || !other) throw new Error("one demande only");
  return { first, other };
}

/** The demande as this reader sees it. */
export const numbered = async (actor: Actor, demandeId: DemandeId) => {
  const found = await findDemandeById(actor, demandeId);
  if (!found) throw new Error("not found");
  return found;
};
