import type { Tone } from "@/components/ui/status-tag";
import type { AccountState } from "@/lib/accounts/types/agent";

/** The states of an account in words, those that wait for an agent in colour. */
export function accountTags(account: AccountState): { tone: Tone; label: string }[] {
  const tags = [stateTag(account)];
  if (account.hasPendingChanges) tags.push({ tone: "attention", label: "Modification en attente" });
  if (account.hasOpenRecovery) tags.push({ tone: "attention", label: "Récupération à confirmer" });
  return tags;
}

function stateTag({ status, validation }: AccountState): { tone: Tone; label: string } {
  if (status === "invited") return { tone: "neutral", label: "Inscription à finaliser" };
  if (status === "suspended") return { tone: "danger", label: "Suspendu" };
  if (status === "frozen") return { tone: "danger", label: "Gelé" };
  if (status === "deleted") return { tone: "neutral", label: "Supprimé" };
  if (validation === "pending") return { tone: "attention", label: "À valider" };
  if (validation === "refused") return { tone: "danger", label: "Validation refusée" };
  return { tone: "success", label: "Actif" };
}
