import { DeviceList } from "@/components/demandes/device-list";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { ButtonRow } from "@/components/ui/button-row";
import { EmailField } from "@/components/ui/fields/email-field";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { Inset } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/text-link";
import { listOnDevice } from "@/lib/demandes/queries/list-on-device";
import { demandeNumberSchema } from "@/lib/demandes/schema/citizen";
import { currentVisitor } from "@/lib/web/session/current-actor";
import { firstOf } from "@/lib/web/page/first-of";
import { askFollowLinkAction } from "./actions";

/** What this browser opens already, then the way to receive a link. `?numero=` comes from a link that no longer opens. */
export default async function Page({ searchParams }: PageProps<"/suivi">) {
  const visitor = await currentVisitor();
  const [query, onDevice] = await Promise.all([searchParams, listOnDevice(visitor)]);
  return (
    <PageFrame width="form">
      <PageHeading
        title="Suivre une demande"
        lead="Vous avez fait une demande sans compte ? Un courriel vous donnera un lien pour la suivre, la compléter ou l’annuler."
      />
      <DeviceList {...onDevice} />
      <ActionForm action={askFollowLinkAction} title="Suivre une demande" required="all">
        <TextField
          name="number"
          label="Numéro de la demande"
          hint="Il est sur votre récépissé, par exemple 2026-7K3Q-9XM4"
          width={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={demandeNumberSchema.parse(firstOf(query.numero)) ?? undefined}
        />
        <EmailField name="email" label="Courriel" hint="Celui que vous avez donné dans la demande" />
        <ButtonRow>
          <SubmitButton>Recevoir le lien</SubmitButton>
        </ButtonRow>
      </ActionForm>
      <Inset>
        <p>
          {visitor.kind === "citizen" ? (
            <>
              Vous êtes connecté : <TextLink href="/espace/sans-compte">rattachez-la à votre compte</TextLink>, ou
              retrouvez les autres dans <TextLink href="/espace/demandes">Mes demandes</TextLink>.
            </>
          ) : (
            <>
              Vous avez un compte ?{" "}
              <TextLink href="/espace/demandes">Retrouvez vos demandes dans votre espace</TextLink>.
            </>
          )}
        </p>
      </Inset>
    </PageFrame>
  );
}
