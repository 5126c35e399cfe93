import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { listRelations, getRelation } from "@/lib/relations/queries";
import { civilityLabels, relationRoleLabels } from "@/lib/vocabulary/roles";
import { namer } from "../names";
import { accountData, sessionsData } from "./account";
import { demandesPart } from "./demandes";
import type { Entry } from "./entry";
import { journalData, notificationsData } from "./journal";
import { readMe } from "./read-me";
import { walletPart } from "./wallet";

/** The files of the archive, in their order. The texts are written now, the files are opened one by one afterwards. */
export async function planExport(owner: Citizen): Promise<Entry[]> {
  const name = namer();
  const madeAt = clock.now();
  const account = await accountData(owner);
  const wallet = await walletPart(owner, name);
  const demandes = await demandesPart(owner, name);
  const data = {
    format: "parvis-donnees-1",
    preparation: madeAt,
    ...account,
    relations: await relationsData(owner),
    porteDocuments: wallet.data,
    ...demandes.data,
    notifications: await notificationsData(owner),
    ...(await sessionsData(owner)),
    journal: await journalData(owner),
  };
  const files = [...wallet.entries, ...demandes.entries];
  return [
    text("LISEZ-MOI.txt", readMe(madeAt, account.compte, files.length), madeAt),
    text("donnees.json", `${JSON.stringify(data, null, 2)}\n`, madeAt),
    ...files,
  ];
}

function text(path: string, words: string, at: Date): Entry {
  return { path, at, open: () => Promise.resolve(words) };
}

async function relationsData(owner: Citizen) {
  const relations = await Promise.all((await listRelations(owner)).map(({ id }) => getRelation(owner, id)));
  return relations.map((relation) => ({
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
