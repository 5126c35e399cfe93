import type { MessageId } from "@/lib/shared/ids";

/** A message of the thread of a demande, as its reader sees it. */
export type MessageView = {
  id: MessageId;
  author: "citizen" | "agent";
  /** « Vous », the service's name for the owner, the agent's name among agents, or the applicant's. */
  by: string;
  isMine: boolean;
  body: string;
  sentAt: Date;
  /** Whether the other side opened it. */
  isRead: boolean;
};

/** A line of « Échanges à lire » (F108): about which demande, the texts stay in the thread. */
export type ThreadSummary = { number: string; demarcheTitle: string; latestAt: Date; unread: number };
