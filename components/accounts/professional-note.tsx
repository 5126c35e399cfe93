import { Inset } from "@/components/ui/inset";

/** F21: what belongs to the person, and what belongs to the activity. */
export function ProfessionalNote() {
  return (
    <Inset>
      <p>
        Votre compte est professionnel. La civilité, le prénom, le nom et le mobile sont les vôtres ; le courriel,
        l’adresse et le téléphone sont ceux de votre activité.
      </p>
    </Inset>
  );
}
