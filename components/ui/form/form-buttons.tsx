import { ButtonRow } from "../button-row";
import { LinkButton } from "../link-button";
import { SubmitButton } from "./submit-button";

type Props = { /** Where « Annuler » leads. */ cancelHref: string; label?: string; isDangerous?: boolean };

/** The end of a form that can be given up. */
export function FormButtons({ cancelHref, label = "Valider", isDangerous }: Props) {
  return (
    <ButtonRow>
      <SubmitButton variant={isDangerous ? "danger" : "primary"}>{label}</SubmitButton>
      <LinkButton href={cancelHref} variant="plain">
        Annuler
      </LinkButton>
    </ButtonRow>
  );
}
