import { relations } from "@/db/schema/relations";
import type { Citizen } from "@/lib/kernel/actor";
import { claim, type Personal } from "@/lib/kernel/personal-data";
import { civilityLabels, relationRoleLabels } from "@/lib/vocabulary/roles";
import { getRelation, listRelations } from "./queries";

/** The people and organisations of an account go with it. */
export const relationsPersonal = {
  tables: {
    relations: claim(
      relations,
      { with: "account", by: relations.accountId },
      {
        id: "erased",
        accountId: "erased",
        kind: "erased",
        role: "erased",
        civility: "erased",
        firstName: "erased",
        lastName: "erased",
        birthDate: "erased",
        birthPlace: "erased",
        legalName: "erased",
        siret: "erased",
        rna: "erased",
        email: "erased",
        phone: "erased",
        addressLine: "erased",
        addressExtra: "erased",
        postalCode: "erased",
        commune: "erased",
        createdAt: "erased",
        updatedAt: "erased",
      },
    ),
  },
  copy: async (owner) => ({ data: { relations: await copyOf(owner) } }),
} satisfies Personal;

async function copyOf(owner: Citizen) {
  const all = await Promise.all((await listRelations(owner)).map(({ id }) => getRelation(owner, id)));
  return all.map((relation) => ({
    nomAffiche: relation.name,
    lien: relationRoleLabels[relation.role],
    civilite: relation.civility && civilityLabels[relation.civility],
    prenom: relation.firstName,
    nom: relation.lastName,
    dateDeNaissance: relation.birthDate,
    lieuDeNaissance: relation.birthPlace,
    raisonSociale: relation.legalName,
    siret: relation.siret,
    rna: relation.rna,
    courriel: relation.email,
    telephone: relation.phone,
    adresse: relation.addressLine,
    complementAdresse: relation.addressExtra,
    codePostal: relation.postalCode,
    commune: relation.commune,
    modification: relation.updatedAt,
  }));
}
