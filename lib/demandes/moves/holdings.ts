import type { Tx } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import type { DemandeId, DemarcheId } from "@/lib/shared/ids";
import type { DemandeStatus, Holding } from "@/lib/vocabulary/demande-status";
import { freePlace, retakePlace } from "./quota";
import { effectOf } from "../status";

type Moved = { id: DemandeId; status: DemandeStatus; demarcheId: DemarcheId };
/** What a first filing, which asked before and may have been refused, took of each thing, and shows. */
export type Taken = Readonly<Record<Holding, { use: () => void }>>;
type Keeper = {
  /** Taken up again, though none be left: its service decided so. */
  retake: (tx: Tx, demande: Moved) => Promise<void>;
  free: (tx: Tx, demande: Moved) => Promise<void>;
};

/** Who keeps each thing that a state may hold: one more does not compile until it is said how it is taken and given back. */
const keepers: Record<Holding, Keeper> = {
  place: {
    retake: (tx, { demarcheId }) => retakePlace(tx, demarcheId),
    free: (tx, { demarcheId }) => freePlace(tx, demarcheId),
  },
};

/**
 * Takes and gives back what the state left and the state entered say, whoever moves the demande and by whatever command. `taken`: of a
 * first filing. Throws when a draft is filed without.
 */
export async function moveHoldings(tx: Tx, demande: Moved, to: DemandeStatus, taken?: Taken): Promise<void> {
  for (const [holding, keeper] of Object.entries(keepers) as [Holding, Keeper][]) {
    const effect = effectOf(demande.status, to, holding);
    if (effect === "frees") await keeper.free(tx, demande);
    if (effect !== "takes") continue;
    if (demande.status !== "draft") await keeper.retake(tx, demande);
    else if (taken) taken[holding].use();
    else throw new Invariant(`a draft filed without its ${holding}`);
  }
}
