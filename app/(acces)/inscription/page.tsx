import { redirect } from "next/navigation";
import { FranceConnectEntry } from "@/components/accounts/franceconnect-entry";
import { InvitationForm } from "@/components/accounts/invitation-form";
import { RobotFields } from "@/components/robot/robot-fields";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { TextLink } from "@/components/ui/text-link";
import { currentCitizen } from "@/lib/web/session/current-actor";
import { franceConnectHref } from "@/lib/web/identity/france-connect";
import { firstOf } from "@/lib/web/page/first-of";
import { readSignedPath } from "@/lib/web/route/return-path";
import { robotFieldsProps } from "@/lib/web/form/robot";
import { inviteAction } from "./actions";

export default async function SignUpPage({ searchParams }: PageProps<"/inscription">) {
  const retour = firstOf((await searchParams).retour);
  if (await currentCitizen()) redirect(readSignedPath(retour) ?? "/espace");
  return (
    <Page width="form">
      <PageHeading
        title="Créer mon compte"
        lead="Saisissez votre courriel : vous y recevrez un lien pour finaliser votre inscription. Sans courriel, il n’est pas possible de créer un compte."
      />
      <InvitationForm action={inviteAction} retour={retour} robot={<RobotFields {...robotFieldsProps()} />} />
      <FranceConnectEntry href={franceConnectHref(retour)} title="Avec FranceConnect" />
      <p>
        Vous avez déjà un compte ? <TextLink href="/connexion">Se connecter</TextLink>
      </p>
    </Page>
  );
}
