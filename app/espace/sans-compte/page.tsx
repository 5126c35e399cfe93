import { claimDemandeAction } from "@/app/demandes/actions";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { EmailText } from "@/components/ui/email-text";
import { BackLink } from "@/components/ui/back-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ActionForm } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { Prose } from "@/components/ui/prose";
import { TextLink } from "@/components/ui/text-link";
import { getProfile } from "@/lib/accounts/queries/get-profile";
import { listClaimable, type Claimable } from "@/lib/demandes/queries/list-claimable";
import { formatDate } from "@/lib/shared/dates";
import { count } from "@/lib/shared/text";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { peekGuestKey } from "@/lib/web/session/guest";

/** F95: what was made without account and may join this one. Nothing joins it by itself: its browser may have served others. */
export default async function Page() {
  const citizen = await requireCitizen();
  const [{ email }, key] = await Promise.all([getProfile(citizen), peekGuestKey()]);
  const { items, others } = await listClaimable(citizen, key?.hash ?? null);
  return (
    <>
      <PageTitle title="Demandes faites sans compte" />
      <PageFrame width="text" before={<BackLink href="/espace/demandes">Mes demandes</BackLink>}>
        <PageHeading
          title="Demandes faites sans compte"
          lead={
            <p>
              Celles où vous avez donné le courriel de votre compte, <EmailText email={email} />, peuvent y être
              rattachées.
            </p>
          }
        />
        {items.length > 0 ? <Claimables items={items} /> : <EmptyState title="Aucune demande à rattacher." />}
        <Prose>
          {others > 0 ? <Others others={others} /> : null}
          <h2>Une demande faite avec une autre adresse ?</h2>
          <p>
            Suivez dans ce navigateur le lien d’un courriel reçu à cette adresse, en restant connecté : vous pourrez la
            rattacher. Plus de courriel ? <TextLink href="/suivi">Recevez un nouveau lien</TextLink>.
          </p>
        </Prose>
      </PageFrame>
    </>
  );
}

function Claimables({ items }: { items: readonly Claimable[] }) {
  return (
    <ul className="mb-8 grid gap-4">
      {items.map(({ id, number, demarcheTitle, at }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-rule bg-surface p-5"
        >
          <div className="min-w-0">
            <h2 className="text-[1.15rem]">{demarcheTitle}</h2>
            <p className="text-ink-soft">
              {number
                ? `N° ${number}, envoyée le ${formatDate(at)}`
                : `Brouillon de cet appareil, du ${formatDate(at)}`}
            </p>
          </div>
          <ActionForm action={claimDemandeAction} label={`Rattacher : ${demarcheTitle}`} scope={id}>
            <HiddenFields values={{ demandeId: id }} />
            <SubmitButton variant="secondary">
              Rattacher à mon compte<span className="sr-only"> : {demarcheTitle}</span>
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}

/** Not named: they may be of whoever was here before. */
function Others({ others }: { others: number }) {
  return (
    <>
      <h2>Sur cet appareil</h2>
      <p>
        {count(others, "demande ou brouillon y a été fait", "demandes ou brouillons y ont été faits")} sans compte, avec
        une autre adresse ou sans adresse. Votre compte ne peut pas les prendre : s’ils ne sont pas à vous,{" "}
        <TextLink href="/quitter">effacez-les de cet appareil</TextLink>. À votre déconnexion, ils s’y refermeront, sauf
        sur un appareil dit personnel.
      </p>
    </>
  );
}
