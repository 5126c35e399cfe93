import type { Tx } from "@/lib/kernel/database";
import { notify, type Recipient } from "@/lib/notifications/notify";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import type { MailContent } from "@/lib/shared/mail-content";
import type { NotificationKind } from "@/lib/vocabulary/notification-kinds";
import { sayAct, type Act, type Told } from "./act-letters";
import { findContact } from "./applicant-contact";
import { newFollowLink } from "./follow-link";

/** What an announcement needs of the demande, as it was before the move. */
export type Announced = {
  id: DemandeId;
  number: string | null;
  accountId: AccountId | null;
  lockVersion: number;
  demarche: { title: string };
};

/**
 * Tells the owner of a demande what was just done: in the portal and by e-mail with an account, by e-mail with a link
 * that opens the follow-up without. In the transaction of the act, once per act.
 */
export async function announce(tx: Tx, demande: Announced, act: Act): Promise<void> {
  await tell(tx, demande, `${act.kind}:${demande.lockVersion}`, sayAct(demande, act));
}

/** Tells the owner, by the same ways, of what is not a move: a message, a récépissé. `event` names it among those of the demande. */
export async function tell(tx: Tx, demande: Announced, event: string, told: Told): Promise<void> {
  const recipient: Recipient | null = demande.accountId
    ? { accountId: demande.accountId }
    : await findContact(tx, demande.id);
  if (!recipient) return;
  const path = await pathFor(tx, demande, told.tab);
  await notify(tx, recipient, {
    kind: told.kind satisfies NotificationKind,
    key: letterKey(demande.id, event),
    text: told.notice,
    path: inPortal(demande, told.tab),
    mail: { ...told.mail, action: { label: told.actionLabel, path } } satisfies Omit<MailContent, "greeting">,
  });
}

/** The key of the letter about one event of a demande (lib/kernel/forget-mails.ts finds it again by its second part). */
export function letterKey(demandeId: DemandeId, event: string): string {
  return `demande:${demandeId}:${event}`;
}

async function pathFor(tx: Tx, demande: Announced, tab: Told["tab"]): Promise<string> {
  if (demande.accountId) return inPortal(demande, tab);
  const link = await newFollowLink(tx, demande.id);
  return tab === "corriger" ? `${link}&vers=corriger` : link;
}

function inPortal({ number }: Announced, tab: Told["tab"]): string {
  return `/espace/demandes/${number ?? ""}/${tab}`;
}
