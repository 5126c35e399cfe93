import type { DemandeId } from "@/lib/shared/ids";

/** What becomes of a demande when its account goes (T4). */
export type Fate = "erased" | "withdrawn" | "finishes" | "anonymised";

export type LeavingDemande = {
  id: DemandeId;
  /** Null for a draft. */
  number: string | null;
  demarcheTitle: string;
  statusLabel: string;
  fate: Fate;
  /** Whether its state lets its owner withdraw it; what is complete can only finish. */
  canWithdraw: boolean;
};

/** What will happen, said before the person decides. */
export type Departure = {
  email: string;
  relations: number;
  documents: number;
  drafts: readonly LeavingDemande[];
  underWay: readonly LeavingDemande[];
  finished: readonly LeavingDemande[];
};

/** Why an account may not be deleted now, and until when; null where that is not known. */
export type DepartureHold = { reason: "email_just_changed" | "recovery_waits"; until: Date | null };

/** What the link of the e-mail opens today. */
export type DepartureLink = { state: "valid"; departure: Departure } | { state: "expired" | "used" | "unknown" };

/** What a departure did of the demandes. */
export type Left = {
  finishing: readonly { number: string; demarcheTitle: string }[];
  /** How many. */
  withdrawn: number;
  erased: number;
  anonymised: number;
};
