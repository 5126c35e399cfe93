import { AddressForm } from "@/components/accounts/address-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getAccountSheet } from "@/lib/accounts/queries/get-account-sheet";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { saveAddressAction } from "../actions";

export default async function AddressPage() {
  const account = await getAccountSheet(await requireCitizen());
  return (
    <Page width="form" before={<BackLink href="/espace/compte/donnees">Données du compte</BackLink>}>
      <PageHeading
        title="Modifier votre adresse"
        lead={
          account.kind === "professional"
            ? "Celle de votre entreprise ou de votre association."
            : "Celle où vous habitez."
        }
      />
      <AddressForm action={saveAddressAction} account={account} />
    </Page>
  );
}
