import { deriveTheme } from "@/lib/shared/theme";
import type { Portal } from "@/lib/shared/portal";

/** The settings of the town that every page shows. A fixed demonstration town until the settings are stored. */
export async function getPortal(): Promise<Portal> {
  const theme = deriveTheme({ primary: "#1a5c4c", accent: "#c2571a" });
  if (!theme.ok) throw new Error("The colours of the demonstration town are not readable.");
  return { ...belleval, theme: theme.value };
}

const belleval: Omit<Portal, "theme"> = {
  town: "Belleval",
  title: "Vos démarches en ligne",
  logo: { src: "/logo-belleval.svg", width: 44, height: 44 },
  contact: {
    service: "Accueil de la mairie de Belleval",
    email: "demarches@belleval.example",
    phone: "01 99 00 00 00",
    address: ["Hôtel de ville", "1 place du Parvis", "99000 Belleval"],
    hours: "Du lundi au vendredi de 8 h 30 à 17 h 30, le samedi de 9 h à 12 h",
  },
  organisations: [
    { name: "Ville de Belleval", role: "État civil, citoyenneté, école, cadre de vie, vie associative" },
    { name: "Belleval Métropole", role: "Déchets, voirie, stationnement, urbanisme" },
    { name: "CCAS de Belleval", role: "Solidarité, aînés, petite enfance" },
  ],
  legal: {
    publisher: "Ville de Belleval (commune de démonstration)",
    director: "Le maire de Belleval",
    host: "L’organisation qui a installé ce portail de démonstration",
    dpoEmail: "dpo@belleval.example",
  },
};
