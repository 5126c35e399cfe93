import { forgetProvedAction } from "@/app/(acces)/franceconnect/actions";
import { FranceConnectEntry } from "@/components/accounts/franceconnect-entry";
import { LinkHereForm, UnlinkForm } from "@/components/accounts/franceconnect-forms";
import { ProvedIdentity } from "@/components/accounts/proved-identity";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { getProfile } from "@/lib/accounts/queries/get-profile";
import { findIdentityLinkDate } from "@/lib/accounts/queries/find-identity";
import { formatDate } from "@/lib/shared/dates";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { franceConnectHref, franceConnectOnly, readProved } from "@/lib/web/identity/france-connect";
import { linkHereAction, unlinkAction } from "./actions";

const title = "FranceConnect";

/** Whether FranceConnect opens this account, and how to change it. */
export default async function FranceConnectPage() {
  franceConnectOnly();
  const actor = await requireCitizen();
  const [linkedAt, proved, { email }] = await Promise.all([
    findIdentityLinkDate(actor),
    readProved(),
    getProfile(actor),
  ]);
  const state = linkedAt
    ? `Lié à votre compte depuis le ${formatDate(linkedAt)}.`
    : proved
      ? "FranceConnect confirme votre identité. Saisissez votre mot de passe pour la lier à ce compte."
      : "Aucune identité FranceConnect n’est liée à votre compte.";
  return (
    <Page width="form" before={<BackLink href="/espace/compte">Gestion du compte</BackLink>}>
      <PageHeading title={title} lead={state} />
      {linkedAt ? <UnlinkForm action={unlinkAction} title={title} /> : null}
      {!linkedAt && proved ? (
        <>
          <ProvedIdentity identity={proved} forget={forgetProvedAction} />
          <LinkHereForm action={linkHereAction} title={title} email={email} />
        </>
      ) : null}
      {!linkedAt && !proved ? (
        <>
          <PageTitle title={title} />
          <FranceConnectEntry href={franceConnectHref()} />
        </>
      ) : null}
    </Page>
  );
}
