import { TextLink } from "@/components/ui/text-link";

/** What a portal says that has not published anything yet: nobody is left before a bare heading. */
export function NothingYet() {
  return (
    <p>
      Aucune démarche n’est encore en ligne sur ce portail. Adressez-vous à l’accueil de la ville :{" "}
      <TextLink href="/contact">ses coordonnées</TextLink>.
    </p>
  );
}
