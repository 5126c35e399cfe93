import type { PublishTheme } from "@/lib/demarches/schema";

/** « Métiers » of the catalogue, in the order of the home page. Icons: components/demarches/theme-icon.tsx. */
export const catalogueThemes: readonly Omit<PublishTheme, "position">[] = [
  {
    slug: "etat-civil",
    name: "État civil",
    description: "Actes de naissance, de mariage et de décès, livret de famille",
    icon: "civil-status",
  },
  {
    slug: "citoyennete",
    name: "Citoyenneté",
    description: "Recensement, listes électorales, attestation d’accueil",
    icon: "citizenship",
  },
  {
    slug: "enfance-scolarite",
    name: "Enfance et scolarité",
    description: "Inscription à l’école, cantine, centre de loisirs",
    icon: "childhood",
  },
  {
    slug: "solidarite",
    name: "Solidarité",
    description: "Seniors, aides du centre communal d’action sociale",
    icon: "solidarity",
  },
  {
    slug: "cadre-de-vie",
    name: "Cadre de vie",
    description: "Encombrants, composteur, tranquillité vacances",
    icon: "living",
  },
  {
    slug: "stationnement-voirie",
    name: "Stationnement et voirie",
    description: "Carte de résident, déménagement, signalement",
    icon: "street",
  },
  { slug: "urbanisme", name: "Urbanisme", description: "Numéro de voirie et autorisations", icon: "planning" },
  {
    slug: "vie-associative",
    name: "Vie associative",
    description: "Subvention, buvette temporaire",
    icon: "association",
  },
  {
    slug: "mes-coordonnees",
    name: "Mes coordonnées",
    description: "Signaler un changement d’adresse aux services",
    icon: "contact",
  },
];
