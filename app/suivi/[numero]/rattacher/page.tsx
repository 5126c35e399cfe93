import type { Route } from "next";
import { redirect } from "next/navigation";
import { claimDemandeAction } from "@/app/demandes/actions";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { EmailText } from "@/components/ui/email-text";
import { BackLink } from "@/components/ui/back-link";
import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { Prose } from "@/components/ui/prose";
import { getProfile } from "@/lib/accounts/queries/get-profile";
import { demandeNumberSchema } from "@/lib/demandes/schema/citizen";
import { findDemande } from "@/lib/demandes/queries/find-demande";
import { findClaimable, type Claimable } from "@/lib/demandes/queries/list-claimable";
import { requireCitizen } from "@/lib/web/session/current-actor";

const title = "Rattacher la demande à mon compte";

/** F95: signs in first if need be; the account then proves that the demande is its owner's, by its address or by the link of a letter. */
export default async function Page({ params }: PageProps<"/suivi/[numero]/rattacher">) {
  const citizen = await requireCitizen();
  const number = demandeNumberSchema.parse(decodeURIComponent((await params).numero));
  if (!number) redirect("/espace/sans-compte");
  if (await findDemande(citizen, number)) redirect(`/espace/demandes/${number}/historique` as Route);
  const demande = await findClaimable(citizen, number);
  if (demande) return <Ask demande={demande} />;
  return <NotProved number={number} email={(await getProfile(citizen)).email} />;
}

function Ask({ demande }: { demande: Claimable }) {
  return (
    <PageFrame width="text" before={<BackLink href="/espace/sans-compte" />}>
      <PageHeading
        title={title}
        caption={`Demande n°\u00a0${demande.number ?? ""}, ${demande.demarcheTitle}`}
        lead="Elle a été faite avec le courriel de votre compte. Vous la retrouverez dans « Mes demandes » sur tous vos appareils, et le lien de ses courriels la suivra toujours."
      />
      <ActionForm action={claimDemandeAction} title={title}>
        <HiddenFields values={{ demandeId: demande.id }} />
        <ButtonRow>
          <SubmitButton>Rattacher à mon compte</SubmitButton>
        </ButtonRow>
      </ActionForm>
    </PageFrame>
  );
}

/** One page for a number that does not exist, somebody else's demande and one's own filed with another address. */
function NotProved({ number, email }: { number: string; email: string }) {
  return (
    <PageFrame width="text" before={<BackLink href="/espace/sans-compte" />}>
      <PageTitle title={title} />
      <PageHeading title={title} caption={`Demande n°\u00a0${number}`} />
      <Prose>
        <p>
          Cette demande n’a pas été faite avec le courriel de votre compte, <EmailText email={email} />. Pour vérifier
          qu’elle est à vous :
        </p>
        <ol>
          <li>ouvrez le dernier courriel reçu à son sujet, ou demandez un nouveau lien à son adresse ;</li>
          <li>suivez le lien dans ce navigateur, en restant connecté ;</li>
          <li>choisissez « Rattacher à mon compte ».</li>
        </ol>
      </Prose>
      <ButtonRow>
        <LinkButton href={`/suivi?numero=${number}`}>Recevoir un nouveau lien</LinkButton>
      </ButtonRow>
    </PageFrame>
  );
}
