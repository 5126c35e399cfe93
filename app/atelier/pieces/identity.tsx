import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { Section } from "./section";

const swatches = [
  "bg-primary",
  "bg-primary-strong",
  "bg-primary-soft",
  "bg-accent",
  "bg-band",
  "bg-paper",
  "bg-surface",
  "bg-sunken",
] as const;
const meanings = [
  "bg-danger",
  "bg-danger-soft",
  "bg-warning",
  "bg-warning-soft",
  "bg-success",
  "bg-success-soft",
] as const;

export function Identity() {
  return (
    <Section id="identite" title="Couleurs, textes, boutons">
      <div className="mb-8 flex flex-wrap gap-4">
        {[...swatches, ...meanings].map((swatch) => (
          <div key={swatch} className="text-[0.85rem] text-ink-soft">
            <div className={`h-14 w-28 rounded-md border border-rule ${swatch}`} />
            {swatch.replace("bg-", "")}
          </div>
        ))}
      </div>
      <ButtonRow>
        <SubmitButton>Continuer</SubmitButton>
        <SubmitButton variant="secondary">Enregistrer et quitter</SubmitButton>
        <SubmitButton variant="danger">Supprimer</SubmitButton>
        <SubmitButton variant="plain">Annuler</SubmitButton>
        <LinkButton href="#identite" size="large">
          Commencer
        </LinkButton>
      </ButtonRow>
    </Section>
  );
}
