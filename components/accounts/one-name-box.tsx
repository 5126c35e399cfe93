import { Checkbox } from "@/components/ui/fields/checkbox";

/** Beside a first name: some people have none, and their name stands in « Nom », as on passports (docs/decisions/034). */
export function OneNameBox({ isTicked }: { isTicked?: boolean }) {
  return (
    <Checkbox
      name="hasOneName"
      label="Je n’ai qu’un seul nom (facultatif)"
      hint="Écrivez-le dans « Nom », et laissez le prénom vide."
      isTicked={isTicked}
    />
  );
}
