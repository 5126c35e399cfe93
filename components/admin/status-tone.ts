import type { Tone } from "@/components/ui/status-tag";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";

/** What the agent's eye should find first: what waits for the service. */
export const agentTone: Record<DemandeStatus, Tone> = {
  draft: "neutral",
  pending: "attention",
  in_progress: "info",
  incomplete: "neutral",
  rectified: "attention",
  complete: "info",
  rejected: "danger",
  cancelled: "neutral",
  validated: "success",
};
