/** The services that the démarches that ship name, as a town would call them. Each may have them, others, or none. */
export const catalogueServices: readonly { slug: string; name: string }[] = [
  { slug: "etat-civil", name: "État civil" },
  { slug: "elections", name: "Élections et citoyenneté" },
  { slug: "scolarite", name: "Scolarité et enfance" },
  { slug: "vie-associative", name: "Vie associative" },
  { slug: "tranquillite-publique", name: "Tranquillité publique" },
  { slug: "stationnement", name: "Stationnement" },
  { slug: "urbanisme", name: "Urbanisme" },
  { slug: "proprete-dechets", name: "Propreté et déchets" },
  { slug: "voirie", name: "Voirie" },
  { slug: "action-sociale", name: "Action sociale" },
  { slug: "bibliotheques", name: "Bibliothèques" },
];
