import type { Tx } from "@/lib/kernel/database";
import type { FactsOf, NotifiedKind } from "@/lib/letters/kinds";
import { notify, type Recipient } from "@/lib/notifications/steps/notify";
import type { AccountId, DemandeId, DemarcheId } from "@/lib/shared/ids";
import { findContact } from "../access/applicant-contact";
import { newFollowLink } from "../access/follow-link";

/** What an announcement needs of the demande, as it was before the move. */
export type Announced = {
  id: DemandeId;
  number: string | null;
  accountId: AccountId | null;
  lockVersion: number;
  demarcheId: DemarcheId;
  demarche: { title: string };
};

/** Which demande a letter is about, and the page that its button opens. */
export type About = FactsOf<"demande.taken">;

/** What was done to a demande. */
type ActKind = Extract<
  NotifiedKind,
  | "demande.taken"
  | "demande.complete"
  | "demande.incomplete"
  | "demande.validated"
  | "demande.rejected"
  | "demande.cancelled"
  | "demande.reopened"
  | "demande.withdrawn"
>;

/** What is told of a demande that it still has. */
export type ToldKind =
  ActKind | "demande.filed" | "demande.changed" | "demande.corrected" | "demande.filed_together" | "demande.message";

/** The tab of the demande where it leads, or the page of its correction. */
type Tab = "historique" | "echanges" | "corriger";

/**
 * Tells the owner of a demande what was just done: in the portal and by e-mail with an account, by e-mail with a link
 * that opens the follow-up without. In the transaction of the act, once per act. `facts`: those of the letter, from what it is about.
 */
export async function announce<K extends ActKind>(
  tx: Tx,
  demande: Announced,
  kind: K,
  facts: (about: About) => FactsOf<K>,
): Promise<void> {
  await tell(tx, demande, `${kind.slice("demande.".length)}:${demande.lockVersion}`, kind, facts);
}

/** Tells the owner, by the same ways, of what is not a move: a message, a récépissé. `event` names it among those of the demande. */
export async function tell<K extends ToldKind>(
  tx: Tx,
  demande: Announced,
  event: string,
  kind: K,
  facts: (about: About) => FactsOf<K>,
): Promise<void> {
  const recipient: Recipient | null = demande.accountId
    ? { accountId: demande.accountId }
    : await findContact(tx, demande.id);
  if (!recipient) return;
  const tab = tabOf(kind);
  await notify<K>(tx, recipient, {
    kind,
    facts: facts(aboutDemande(demande, await pathFor(tx, demande, tab))),
    key: letterKey(demande.id, event),
    path: inPortal(demande, tab),
  });
}

/** As a letter names a demande. */
export function aboutDemande(
  { number, demarcheId, demarche }: Pick<Announced, "number" | "demarcheId" | "demarche">,
  path: string,
): About {
  return { number: number ?? "", demarcheId, demarche: demarche.title, path };
}

/** The key of the letter about one event of a demande (lib/letters/outbox/forget-mails.ts finds it again by its second part). */
export function letterKey(demandeId: DemandeId, event: string): string {
  return `demande:${demandeId}:${event}`;
}

function tabOf(kind: ToldKind): Tab {
  if (kind === "demande.incomplete") return "corriger";
  return kind === "demande.message" ? "echanges" : "historique";
}

async function pathFor(tx: Tx, demande: Announced, tab: Tab): Promise<string> {
  if (demande.accountId) return inPortal(demande, tab);
  const link = await newFollowLink(tx, demande.id);
  return tab === "corriger" ? `${link}&vers=corriger` : link;
}

/** Its page, for whoever has an account. */
export function inPortal({ number }: Announced, tab: Tab): string {
  return `/espace/demandes/${number ?? ""}/${tab}`;
}
