import { AccountChanges } from "@/components/accounts/agents/account-changes";
import { AccountFacts } from "@/components/accounts/agents/account-facts";
import { AccountPanel } from "@/components/accounts/agents/account-panel";
import { AccountRecovery } from "@/components/accounts/agents/account-recovery";
import { AccountTags } from "@/components/accounts/agents/account-tags";
import { FrozenNotice } from "@/components/accounts/agents/frozen-notice";
import { AsideLink, Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { readAccount } from "@/lib/accounts/commands/read-account";
import { countDemandesOf } from "@/lib/demandes/queries/count-demandes-of";
import { requireAgent } from "@/lib/web/session/current-actor";
import { orNotFound } from "@/lib/web/page/or-not-found";
import { acceptChangesAction, reinstateAccountAction, validateAccountAction } from "./actions";
import { confirmRecoveryAction, refuseRecoveryAction } from "./recovery-actions";

export default async function AccountSheetPage({ params }: PageProps<"/admin/comptes/[id]">) {
  const agent = await requireAgent();
  const { id } = await params;
  const account = await orNotFound(() => readAccount(agent, id));
  const demandes = await countDemandesOf(agent, account.id);
  const panel = <AccountPanel account={account} validate={validateAccountAction} reinstate={reinstateAccountAction} />;
  return (
    <Page before={<BackLink href="/admin/comptes">Comptes</BackLink>} aside={panel}>
      <PageTitle title="Compte d’un usager" />
      <PageHeading
        caption="Compte d’un usager"
        title={account.name || "Sans nom"}
        tag={<AccountTags account={account} />}
        lead="Votre consultation de cette fiche est inscrite au journal."
      />
      <AsideLink>Aller aux actions</AsideLink>
      {account.status === "frozen" ? <FrozenNotice account={account} /> : null}
      <AccountRecovery recoveries={account.recoveries} confirm={confirmRecoveryAction} refuse={refuseRecoveryAction} />
      <AccountChanges account={account} accept={acceptChangesAction} />
      <AccountFacts account={account} demandes={demandes} />
    </Page>
  );
}
