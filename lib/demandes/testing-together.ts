import type { Actor } from "@/lib/kernel/actor";
import type { DemarcheDefinition } from "@/lib/demarches/form";
import type { DemandeId } from "@/lib/shared/ids";
import { smallDefinition } from "@/db/test/filed-demande";
import { startedDraft, valueOf } from "@/db/test/citizen-demande";
import { plainPdf, sent } from "@/db/test/sample-files";
import { attachFile } from "./commands/attach-file";
import { saveStep } from "./commands/save-step";

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
