import { Notice } from "@/components/ui/notice";

/** Said above a list whose address holds a search that cannot be read any more. `shown`: what stands below, all the same. */
export function LostSearch({ shown }: { shown: string }) {
  return (
    <Notice tone="warning" title="La recherche de cette adresse n’a pas pu être relue">
      <p>
        L’adresse est incomplète, a été modifiée, ou date d’avant un changement du portail. Rien n’a été cherché : la
        liste montre {shown}. Saisissez à nouveau votre recherche.
      </p>
    </Notice>
  );
}
