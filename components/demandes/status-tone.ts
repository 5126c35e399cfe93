import type { Tone } from "@/components/ui/status-tag";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";

/** What the citizen's eye should find first: what waits for them. */
export const citizenTone: Record<DemandeStatus, Tone> = {
  draft: "neutral",
  pending: "info",
  in_progress: "info",
  incomplete: "attention",
  rectified: "info",
  complete: "info",
  rejected: "danger",
  cancelled: "neutral",
  validated: "success",
};

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
