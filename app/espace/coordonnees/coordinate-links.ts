import { listDemarches } from "@/lib/demarches/queries/list-demarches";
import { cached } from "@/lib/web/page/cache";

const wanted = /^changement-/;

/** The démarches that tell the town of a change (F110), where it offers them; then the data of the account itself. */
export async function coordinateLinks() {
  const demarches = await cached("catalogue", "demarches", () => listDemarches());
  return [
    ...demarches
      .filter(({ slug }) => wanted.test(slug))
      .map(({ slug, title, summary }) => ({ href: `/demarches/${slug}`, label: title, text: summary })),
    {
      href: "/espace/compte/donnees",
      label: "Mettre à jour les données de mon compte",
      text: "Elles rempliront vos prochaines demandes.",
    },
    {
      href: "/espace/compte/courriel",
      label: "Changer le courriel de connexion",
      text: "Un lien de confirmation est envoyé à la nouvelle adresse.",
    },
  ];
}
