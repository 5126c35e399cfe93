import type { CatalogueEntry, Shipped } from "@/lib/demarches/schema";
import { acteDeDeces } from "./acte-de-deces";
import { acteDeMariage } from "./acte-de-mariage";
import { acteDeNaissance } from "./acte-de-naissance";
import { attestationDAccueil } from "./attestation-d-accueil";
import { buvetteTemporaire } from "./buvette-temporaire";
import { carteTransportSenior } from "./carte-transport-senior";
import { centreDeLoisirs } from "./centre-de-loisirs";
import { certificatDeNumerotage } from "./certificat-de-numerotage";
import { changementDAdresse } from "./changement-d-adresse";
import { composteur } from "./composteur";
import { demenagement } from "./demenagement";
import { encombrants } from "./encombrants";
import { inscriptionScolaire } from "./inscription-scolaire";
import { listesElectorales } from "./listes-electorales";
import { livretDeFamille } from "./livret-de-famille";
import { recensementCitoyen } from "./recensement-citoyen";
import { signalementVoirie } from "./signalement-voirie";
import { stationnementResident } from "./stationnement-resident";
import { subventionAssociation } from "./subvention-association";
import { catalogueThemes } from "./themes";
import { tranquilliteVacances } from "./tranquillite-vacances";

/** The catalogue that ships, in the order of its lists. */
export const catalogue: readonly CatalogueEntry[] = [
  acteDeNaissance,
  acteDeMariage,
  acteDeDeces,
  livretDeFamille,
  recensementCitoyen,
  listesElectorales,
  attestationDAccueil,
  inscriptionScolaire,
  centreDeLoisirs,
  carteTransportSenior,
  encombrants,
  composteur,
  tranquilliteVacances,
  signalementVoirie,
  stationnementResident,
  demenagement,
  certificatDeNumerotage,
  subventionAssociation,
  buvetteTemporaire,
  changementDAdresse,
];

/** What the command, the seed and the page of the démarches publish. */
export const shipped: Shipped = { themes: catalogueThemes, demarches: catalogue };
