import { whyUnavailable } from "@/lib/demarches/status";
import type { DemarcheView } from "@/lib/demarches/types";
import { AvailabilityNotice } from "./availability-notice";
import { DemarcheSheet, LegalNotice } from "./demarche-sheet";
import { BegunDrafts, type Draft } from "./begun-drafts";
import { QuotaHeld, type Held } from "./quota-held";
import { StartPanel, type Ways } from "./start-panel";

type Props = {
  demarche: DemarcheView;
  /** Of this démarche, by the person who reads. */
  drafts: readonly Draft[];
  /** What takes all that the reader may file of it; empty when they may begin one more. */
  held: readonly Held[];
  today: string;
  isSignedIn: boolean;
} & Ways;

/** The démarche's page under its title: limits, drafts, what to know, and the ways to begin while it is open. */
export function DemarcheBody({ demarche, drafts, held, today, isSignedIn, ...ways }: Props) {
  const isOpen = whyUnavailable(demarche, today) === null;
  return (
    <>
      <AvailabilityNotice demarche={demarche} today={today} />
      <QuotaHeld held={held} />
      <BegunDrafts drafts={drafts} />
      <DemarcheSheet definition={demarche.definition} />
      {isOpen && held.length === 0 ? <StartPanel demarche={demarche} isSignedIn={isSignedIn} {...ways} /> : null}
      <LegalNotice definition={demarche.definition} organisation={demarche.service.organisation} />
    </>
  );
}
