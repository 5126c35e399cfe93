import { FranceConnectEntry } from "@/components/accounts/franceconnect-entry";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/demarches/panel";
import { TextLink } from "@/components/ui/text-link";
import type { Viewer } from "@/lib/shared/portal";
import { franceConnectHref } from "@/lib/web/identity/france-connect";
import { signInAction } from "../(acces)/connexion/actions";

/** F38: the sign-in box of the home page; once signed in, the way to one's space. `title`: of the document. */
export function HomeAccount({ viewer, title }: { viewer: Viewer; title: string }) {
  if (viewer.kind === "citizen") {
    return (
      <Panel title="Mon compte">
        <p>
          Bonjour <bdi>{viewer.name}</bdi>. Vos demandes, vos brouillons et vos pièces sont dans votre espace.
        </p>
        <LinkButton href="/espace">Mon tableau de bord</LinkButton>
      </Panel>
    );
  }
  return (
    <Panel title="Se connecter" foot={<NewHere />}>
      <SignInForm action={signInAction} title={title} label="Se connecter" />
      <FranceConnectEntry href={franceConnectHref()} />
    </Panel>
  );
}

function NewHere() {
  return (
    <p>
      Pas encore de compte ? <TextLink href="/inscription">Créer mon compte</TextLink>
    </p>
  );
}
