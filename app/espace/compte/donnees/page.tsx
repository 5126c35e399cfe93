import { AccountNotices } from "@/components/accounts/account-notices";
import { ConnectionRubric, PersonalRubrics } from "@/components/accounts/account-rubrics";
import { ProfessionalNote } from "@/components/accounts/professional-note";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { getAccountSheet } from "@/lib/accounts/queries/get-account-sheet";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { withdrawChangesAction } from "./actions";

/** F69: the four rubrics; each is edited on its own page. */
export default async function AccountDataPage() {
  const account = await getAccountSheet(await requireCitizen());
  return (
    <Page before={<BackLink href="/espace/compte">Gestion du compte</BackLink>}>
      <PageTitle title="Éditer les données du compte" />
      <PageHeading
        title="Éditer les données du compte"
        lead="Ces données préremplissent vos démarches. Les modifier ici ne change rien aux demandes déjà envoyées."
      />
      {account.kind === "professional" ? <ProfessionalNote /> : null}
      <AccountNotices account={account} withdraw={withdrawChangesAction} />
      <PersonalRubrics account={account} />
      <ConnectionRubric account={account} />
    </Page>
  );
}
