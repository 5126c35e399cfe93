import type { ReactNode } from "react";
import { typedText } from "@/components/ui/form/refused-form";
import { readAccount } from "@/lib/accounts/commands/read-account";
import type { AccountForAgent } from "@/lib/accounts/types/agent";
import { findRefusal } from "@/lib/web/form/refused-request";
import { requireAgent, type Staff } from "@/lib/web/session/current-actor";
import { orNotFound } from "@/lib/web/page/or-not-found";
import { ActFrame } from "./act-frame";

type Act = {
  title: string;
  lead: string;
  isPossible: (account: AccountForAgent) => boolean;
  form: (account: AccountForAgent) => ReactNode;
  /** Who may come here; any agent unless told. */
  requireReader?: () => Promise<Staff>;
};

/** What the forms of these pages ask in words. */
const kept = [
  { name: "reason", label: "Motif" },
  { name: "newEmail", label: "Nouveau courriel" },
  { name: "proof", label: "Preuve constatée" },
];

/** The page of one act on an account. Reading the account is recorded, as everywhere. */
export function actPage({ title, lead, isPossible, form, requireReader = requireAgent }: Act) {
  return async function ActPage({ params }: { params: Promise<{ id: string }> }) {
    const reader = await requireReader();
    const { id } = await params;
    const account = await orNotFound(() => readAccount(reader, id));
    const refused = await findRefusal();
    const typed = kept.map(({ name, label }) => ({ label, text: typedText(refused, name) }));
    const frame = { account, isPossible: isPossible(account), title, lead, refused, typed };
    return <ActFrame {...frame}>{form(account)}</ActFrame>;
  };
}
