import type { Route } from "next";
import { redirect } from "next/navigation";
import { claimDemandeAction } from "@/app/demandes/actions";
import { signOutAction } from "@/app/sign-out";
import { OwnDeviceBox } from "@/components/demandes/own-device-box";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { PlainForm } from "@/components/ui/form/plain-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { peekFollowLink, type FollowLinkView } from "@/lib/demandes/queries/peek-follow-link";
import { currentVisitor } from "@/lib/web/session/current-actor";
import { firstOf } from "@/lib/web/page/first-of";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import { followPlace } from "../follow-place";
import { openFollowLinkAction } from "../actions";

/**
 * Reached from an e-mail. Reading the page consumes nothing: mail scanners do it too. Whoever opens the demande already is
 * led there, as often as they come; anybody else opens it here, or asks for another link.
 */
export default async function Page({ searchParams }: PageProps<"/suivi/ouvrir">) {
  const { jeton, vers: wanted } = await searchParams;
  const token = firstOf(jeton);
  const vers = followPlace(firstOf(wanted));
  const visitor = await currentVisitor();
  const link = await peekFollowLink(visitor, token);
  if (link.state === "unknown") return <Dead link={link} />;
  if (link.isOpen) redirect(placeOf(link, vers, visitor.kind === "citizen"));
  if (link.state !== "valid") return <Dead link={link} />;
  return visitor.kind === "citizen" ? <SignedIn link={link} token={token} /> : <Open token={token} vers={vers} />;
}

type Known = Exclude<FollowLinkView, { state: "unknown" }>;

function placeOf({ number, demandeId }: Known, place: string, isSignedIn: boolean): Route {
  if (!number) return `/demandes/${demandeId}` as Route;
  return `${isSignedIn ? "/espace/demandes" : "/suivi"}/${number}/${place}` as Route;
}

function Open({ token, vers }: { token: string; vers: string }) {
  return (
    <PageFrame width="text">
      <PageHeading
        title="Ouvrir ma demande"
        lead="Elle se refermera sur cet appareil avec votre navigateur. Un ordinateur partagé ? Choisissez « Quitter » avant de partir."
      />
      <ActionForm action={openFollowLinkAction} title="Ouvrir ma demande">
        <HiddenFields values={{ jeton: token, vers }} />
        <OwnDeviceBox />
        <ButtonRow>
          <SubmitButton>Ouvrir ma demande</SubmitButton>
        </ButtonRow>
      </ActionForm>
    </PageFrame>
  );
}

/** The link proves that the demande is theirs: it may join the account. Or it opens without, once signed out. */
function SignedIn({ link, token }: { link: Known; token: string }) {
  const mayJoin = !link.isClaimed;
  return (
    <PageFrame width="text">
      <PageTitle title="Ouvrir ma demande" />
      <PageHeading
        title="Ouvrir ma demande"
        lead={
          mayJoin
            ? "Cette demande a été faite sans compte. Vous êtes connecté : vous pouvez la rattacher à votre compte."
            : "Cette demande a été faite sans compte, et un autre compte l’a depuis. Déconnectez-vous pour l’ouvrir par ce lien."
        }
      />
      {mayJoin ? (
        <ActionForm action={claimDemandeAction} className="mb-6">
          <HiddenFields values={{ demandeId: link.demandeId, jeton: token }} />
          <SubmitButton>Rattacher à mon compte</SubmitButton>
        </ActionForm>
      ) : null}
      <PlainForm action={signOutAction}>
        <button type="submit" className="button button-plain">
          Me déconnecter pour l’ouvrir sans compte
        </button>
      </PlainForm>
    </PageFrame>
  );
}

/** Where another link is asked for: the number, or the draft, is filled in. */
function askAgain({ number, demandeId }: Known): string {
  return number ? `/suivi?numero=${number}` : `/demandes/${demandeId}/reprendre`;
}

const reasons = {
  expired: `Ce lien était valable ${tokenLifetime("follow_up")}. Ce délai est passé.`,
  used: "Chaque lien ne sert qu’une fois, et la demande n’est plus ouverte dans ce navigateur.",
  unknown: "Ce lien est incomplet, ou il a été remplacé. Copiez-le en entier depuis le courriel.",
} as const;

const titles = {
  expired: "Ce lien a expiré",
  used: "Ce lien a déjà servi",
  unknown: "Ce lien n’est pas reconnu",
} as const;

function Dead({ link }: { link: FollowLinkView }) {
  const state = link.state === "valid" ? "unknown" : link.state;
  const again = link.state === "unknown" ? "/suivi" : askAgain(link);
  return (
    <>
      <PageTitle title={titles[state]} />
      <PageFrame width="text">
        <PageHeading title={titles[state]} lead={reasons[state]} />
        <ButtonRow>
          <LinkButton href={again}>Recevoir un nouveau lien</LinkButton>
        </ButtonRow>
      </PageFrame>
    </>
  );
}
