import { AccountValidation } from "@/app/espace/account-validation";
import { AccountActions } from "@/components/accounts/account-actions";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { SummaryList } from "@/components/ui/summary-list";
import { getProfile } from "@/lib/accounts/queries";
import { requireCitizen } from "@/lib/web/current-actor";
import { accountKindLabels } from "@/lib/vocabulary/roles";

export default async function AccountPage() {
  const profile = await getProfile(await requireCitizen());
  return (
    <Page before={<BackLink href="/espace">Mon espace</BackLink>}>
      <PageTitle title="Gestion du compte" />
      <PageHeading title="Gestion du compte" />
      <AccountValidation />
      <AccountActions />
      <h2>Votre compte</h2>
      <SummaryList
        rows={[
          { label: "Nom", value: <bdi>{`${profile.firstName} ${profile.lastName}`}</bdi> },
          { label: "Identifiant", value: profile.username },
          { label: "Courriel", value: <bdi>{profile.email}</bdi> },
          { label: "Type de compte", value: accountKindLabels[profile.kind] },
        ]}
      />
    </Page>
  );
}
