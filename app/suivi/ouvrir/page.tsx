import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { peekFollowLink } from "@/lib/demandes/queries/peek-follow-link";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import { openFollowLinkAction } from "../actions";

/** Reached from an e-mail. Reading the page consumes nothing: mail scanners do it too. */
export default async function Page({ searchParams }: PageProps<"/suivi/ouvrir">) {
  const { jeton } = await searchParams;
  const token = typeof jeton === "string" ? jeton : "";
  const state = await peekFollowLink(token);
  if (state !== "valid") return <Dead state={state} />;
  return (
    <PageFrame width="text">
      <PageHeading
        title="Ouvrir ma demande"
        lead="Vous allez pouvoir la suivre sur cet appareil. Ne le faites pas sur un ordinateur partagé avec des inconnus."
      />
      <ActionForm action={openFollowLinkAction} title="Ouvrir ma demande">
        <HiddenFields values={{ jeton: token }} />
        <ButtonRow>
          <SubmitButton>Ouvrir ma demande</SubmitButton>
        </ButtonRow>
      </ActionForm>
    </PageFrame>
  );
}

const reasons = {
  expired: `Ce lien était valable ${tokenLifetime("follow_up")}. Ce délai est passé.`,
  used: "Chaque lien ne sert qu’une fois. Sur l’appareil où vous l’avez ouvert, la demande reste accessible.",
  unknown: "Ce lien est incomplet, ou il a été remplacé. Copiez-le en entier depuis le courriel.",
} as const;

function Dead({ state }: { state: keyof typeof reasons }) {
  const title =
    state === "used" ? "Ce lien a déjà servi" : state === "expired" ? "Ce lien a expiré" : "Ce lien n’est pas reconnu";
  return (
    <>
      <PageTitle title={title} />
      <PageFrame width="text">
        <PageHeading title={title} lead={reasons[state]} />
        <ButtonRow>
          <LinkButton href="/suivi">Recevoir un nouveau lien</LinkButton>
        </ButtonRow>
      </PageFrame>
    </>
  );
}
