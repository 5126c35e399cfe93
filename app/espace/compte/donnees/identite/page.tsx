import { IdentityForm } from "@/components/accounts/identity-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getAccountSheet } from "@/lib/accounts/queries/get-account-sheet";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { saveIdentityAction } from "../actions";

export default async function IdentityPage() {
  const account = await getAccountSheet(await requireCitizen());
  return (
    <Page width="form" before={<BackLink href="/espace/compte/donnees">Données du compte</BackLink>}>
      <PageHeading
        title="Modifier votre identité"
        lead={
          account.kind === "professional" ? "La vôtre, et non celle de votre entreprise ou association." : undefined
        }
      />
      <IdentityForm action={saveIdentityAction} account={account} />
    </Page>
  );
}
