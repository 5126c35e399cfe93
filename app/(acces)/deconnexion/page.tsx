import { redirect } from "next/navigation";
import { signOutAction } from "@/app/sign-out";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { buttonClass } from "@/components/ui/button-class";
import { PlainForm } from "@/components/ui/form/plain-form";
import { LinkButton } from "@/components/ui/link-button";
import { currentCitizen } from "@/lib/web/session/current-actor";

/** A link never signs anybody out: the button does (F66). */
export default async function SignOutPage() {
  if (!(await currentCitizen())) redirect("/");
  return (
    <Page width="form">
      <PageTitle title="Se déconnecter" />
      <PageHeading title="Se déconnecter" lead="Vos brouillons et vos demandes restent enregistrés." />
      <PlainForm action={signOutAction}>
        <ButtonRow>
          <button type="submit" className={buttonClass({})}>
            Se déconnecter
          </button>
          <LinkButton href="/espace" variant="plain">
            Rester connecté
          </LinkButton>
        </ButtonRow>
      </PlainForm>
    </Page>
  );
}
