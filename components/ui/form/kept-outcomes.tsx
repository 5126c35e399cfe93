"use client";

import { createContext, use, useEffect, useState, type ReactNode } from "react";
import type { FileOutcome } from "@/lib/shared/file-outcome";

type Outcomes = readonly FileOutcome[];
const KeptOutcomesContext = createContext<Map<string, Outcomes> | null>(null);

/** Around a page that its own forms may replace by itself, refused: what was said of the files sent from it outlives that. */
export function KeptOutcomes({ children }: { children: ReactNode }) {
  const [kept] = useState(() => new Map<string, Outcomes>());
  return <KeptOutcomesContext value={kept}>{children}</KeptOutcomesContext>;
}

/** What was said of the files sent by the form `id`: `first`, at first. */
export function useOutcomes(id: string, first: Outcomes) {
  const kept = use(KeptOutcomesContext);
  const [outcomes, setOutcomes] = useState(() => kept?.get(id) ?? first);
  useEffect(() => {
    kept?.set(id, outcomes);
  }, [kept, id, outcomes]);
  return [outcomes, setOutcomes] as const;
}
