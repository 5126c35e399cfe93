import { StatusTag } from "@/components/ui/status-tag";
import type { AccountState } from "@/lib/accounts/types/agent";
import { accountTags } from "./account-tone";

export function AccountTags({ account }: { account: AccountState }) {
  return (
    <span className="account-tags">
      {accountTags(account).map(({ tone, label }) => (
        <StatusTag key={label} tone={tone} label={label} />
      ))}
    </span>
  );
}
