import { AccountValidation } from "@/app/espace/account-validation";
import { AccountActions } from "@/components/accounts/account-actions";
import { AccountNotices } from "@/components/accounts/account-notices";
import { ConnectionRubric, PersonalRubrics } from "@/components/accounts/account-rubrics";
import { HouseholdLinks } from "@/components/accounts/household-links";
import { FranceConnectLink } from "@/components/accounts/franceconnect-link";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { getAccountSheet } from "@/lib/accounts/queries/get-account-sheet";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { withdrawChangesAction } from "./donnees/actions";
import { franceConnectHref } from "@/lib/web/identity/france-connect";

/** F4, then what the account holds in two blocks (F63). */
export default async function AccountPage() {
  const account = await getAccountSheet(await requireCitizen());
  return (
    <Page before={<BackLink href="/espace">Mon espace</BackLink>}>
      <PageTitle title="Gestion du compte" />
      <PageHeading title="Gestion du compte" />
      <AccountValidation />
      <AccountActions />
      <FranceConnectLink isShown={franceConnectHref() !== null} />
      <div className="mt-10">
        <AccountNotices account={account} withdraw={withdrawChangesAction} />
      </div>
      <h2 className="mb-4">Informations de connexion</h2>
      <ConnectionRubric account={account} headingLevel={3} />
      <h2 className="mb-4">Informations personnelles</h2>
      <PersonalRubrics account={account} headingLevel={3} />
      <HouseholdLinks />
    </Page>
  );
}
