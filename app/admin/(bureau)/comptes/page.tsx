import { AccountSearch } from "@/components/accounts/agents/account-search";
import { AccountTable } from "@/components/accounts/agents/account-table";
import { accountsHref } from "@/lib/accounts/rules/accounts-href";
import { LostSearch } from "@/components/layout/lost-search";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { ResultsHeading } from "@/components/ui/results-heading";
import { foundSentence } from "@/lib/shared/found";
import { listAccounts } from "@/lib/accounts/queries/list-accounts";
import { accountParamsSchema } from "@/lib/accounts/schema/agent";
import { accountViewLabels, accountViews } from "@/lib/accounts/types/agent";
import { requireAgent } from "@/lib/web/session/current-actor";
import { openText } from "@/lib/web/session/sealed-text";
import { searchAccountsAction } from "./actions";

export default async function AccountsPage({ searchParams }: PageProps<"/admin/comptes">) {
  const agent = await requireAgent();
  const { vue, suite, ...asked } = accountParamsSchema.parse(await searchParams);
  const { words, isLost } = openText(asked.recherche);
  const recherche = isLost ? undefined : asked.recherche;
  const { lines, next } = await listAccounts(agent, { view: vue, text: words, cursor: suite });
  const tabs = accountViews.map((view) => ({
    href: accountsHref({ vue: view, recherche }),
    label: accountViewLabels[view],
    isCurrent: view === vue,
  }));
  const found = recherche
    ? foundSentence({ shown: lines.length, hasMore: next !== null, isLater: Boolean(suite) }, "compte", "aucun")
    : null;
  return (
    <>
      <PageTitle title={found ? `${found} – Comptes` : "Comptes"} />
      <Page width="wide">
        <PageHeading
          title="Comptes"
          lead="Les comptes des usagers. Chaque fiche que vous ouvrez est inscrite au journal."
        />
        {isLost ? <LostSearch shown="les comptes de cet onglet" /> : null}
        <AccountSearch action={searchAccountsAction} view={vue} words={words} />
        <LinkTabs label="Comptes à afficher" items={tabs} />
        {found ? <ResultsHeading key={recherche} found={found} /> : null}
        <AccountTable lines={lines} isSearched={found !== null} />
        <Pagination label="Pages de la liste" nextHref={next ? accountsHref({ vue, recherche }, next) : undefined} />
      </Page>
    </>
  );
}
