import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { Inset } from "@/components/ui/inset";

type Props = { identity: { givenNames: string; lastName: string }; forget: FormAction };

/** Whose identity is about to be linked: on a shared computer, it may be that of who was there before. */
export function ProvedIdentity({ identity: { givenNames, lastName }, forget }: Props) {
  return (
    <Inset>
      <p>
        Identité confirmée par FranceConnect : <bdi>{`${givenNames} ${lastName}`}</bdi>
      </p>
      <ActionForm action={forget} label="Ce n’est pas moi">
        <SubmitButton variant="secondary">Ce n’est pas moi</SubmitButton>
      </ActionForm>
    </Inset>
  );
}
