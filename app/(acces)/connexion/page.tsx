import { redirect } from "next/navigation";
import { FranceConnectEntry } from "@/components/accounts/franceconnect-entry";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { idleTime, longestTime } from "@/lib/vocabulary/session-minutes";
import { currentCitizen } from "@/lib/web/session/current-actor";
import { franceConnectHref } from "@/lib/web/identity/france-connect";
import { firstOf } from "@/lib/web/page/first-of";
import { readSignedPath } from "@/lib/web/route/return-path";
import { signInAction } from "./actions";

export default async function SignInPage({ searchParams }: PageProps<"/connexion">) {
  const query = await searchParams;
  const retour = firstOf(query.retour);
  if (await currentCitizen()) redirect(readSignedPath(retour) ?? "/espace");
  return (
    <Page width="form">
      <PageHeading title="Se connecter" />
      {query.fin === "session" ? (
        <Notice title="Votre session a pris fin">
          <p>
            Par sécurité, elle se termine après {idleTime("citizen")} sans activité et dure {longestTime("citizen")} au
            plus. Connectez-vous à nouveau : vos brouillons sont enregistrés.
          </p>
        </Notice>
      ) : null}
      <SignInForm action={signInAction} title="Se connecter" retour={retour} />
      <FranceConnectEntry href={franceConnectHref(retour)} title="Avec FranceConnect" />
      <h2>Vous n’avez pas de compte ?</h2>
      <p>
        Le compte n’est pas obligatoire pour toutes les démarches. Il permet de suivre vos demandes et de ne saisir vos
        informations qu’une fois.
      </p>
      <p>
        <LinkButton
          href={retour ? `/inscription?retour=${encodeURIComponent(retour)}` : "/inscription"}
          variant="secondary"
        >
          Créer mon compte
        </LinkButton>
      </p>
    </Page>
  );
}
