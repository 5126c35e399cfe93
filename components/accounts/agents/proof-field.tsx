import { TextArea } from "@/components/ui/fields/text-area";

/** What an agent saw at the counter. */
export function ProofField() {
  return (
    <TextArea
      name="proof"
      label="Ce que vous avez vu qui prouve l’identité de la personne"
      hint="Par exemple : carte d’identité présentée au guichet, au même nom et à la même adresse. N’écrivez pas le numéro du titre. Ce texte est chiffré, et lu par l’agent qui confirmera."
      rows={5}
      maxLength={2000}
    />
  );
}
