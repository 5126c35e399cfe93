import type { ReactNode } from "react";
import { AccountTags } from "@/components/accounts/agents/account-tags";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { RefusedForm, type Typed } from "@/components/ui/form/refused-form";
import { Notice } from "@/components/ui/notice";
import type { AccountForAgent } from "@/lib/accounts/types/agent";
import type { RefusedForm as Refused } from "@/lib/shared/form-state";

type Props = {
  account: AccountForAgent;
  isPossible: boolean;
  title: string;
  lead: string;
  /** What was just refused without JavaScript, and what its form held. */
  refused: Refused | null;
  typed: readonly Typed[];
  children: ReactNode;
};

/** The page of one act on an account; when its state or the reader's role does not allow it, it says so instead of the form. */
export function ActFrame({ account, isPossible, title, lead, refused, typed, children }: Props) {
  return (
    <>
      {isPossible ? null : <PageTitle title={title} />}
      <Page before={<BackLink href={`/admin/comptes/${account.id}`}>Compte</BackLink>}>
        <PageHeading
          caption={account.name || "Sans nom"}
          title={title}
          lead={isPossible ? lead : undefined}
          tag={<AccountTags account={account} />}
        />
        {!isPossible && refused ? <RefusedForm refused={refused} typed={typed} /> : null}
        {isPossible ? children : <NotPossible />}
      </Page>
    </>
  );
}

function NotPossible() {
  return (
    <Notice tone="warning" title="Ce n’est pas possible dans l’état présent du compte">
      <p>
        Le compte a changé depuis l’affichage de votre page, par ce que vous venez de faire, par un autre agent ou par
        son titulaire. Revenez au compte pour voir ce qui est possible maintenant.
      </p>
    </Notice>
  );
}
