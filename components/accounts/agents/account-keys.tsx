import type { AccountForAgent } from "@/lib/accounts/types/agent";

type Props = { account: Pick<AccountForAgent, "id" | "changesVersion">; withChanges?: boolean };

/** Which account; and, where changes are decided, the changes as the page showed them. */
export function AccountKeys({ account, withChanges }: Props) {
  return (
    <>
      <input type="hidden" name="accountId" value={account.id} />
      {withChanges ? <input type="hidden" name="version" value={account.changesVersion} /> : null}
    </>
  );
}
