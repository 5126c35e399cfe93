import { z } from "zod";
import { correctionReasons } from "@/lib/vocabulary/documents";
import { aboutDemande, instant, received, receivedBy } from "./parts";

const about = z.object(aboutDemande);
const decided = z.object({ ...aboutDemande, reason: z.string() });
const acknowledged = z.object({ ...aboutDemande, ...received, ...receivedBy });

/** Facts of the letters about demandes, by kind. */
export const demandeFacts = {
  "demande.filed": z.object({ ...aboutDemande, ...received, ...receivedBy, demandeId: z.string() }),
  "demande.changed": acknowledged,
  "demande.corrected": acknowledged,
  /** One form that several services received (decision 033). */
  "demande.filed_together": z.object({
    ...aboutDemande,
    ...received,
    each: z.array(z.object({ ...receivedBy, demandeId: z.string() })).readonly(),
  }),
  "demande.withdrawn": about,
  "demande.taken": about,
  "demande.complete": about,
  "demande.incomplete": z.object({
    ...aboutDemande,
    reason: z.string(),
    items: z.array(z.object({ label: z.string(), reason: z.enum(correctionReasons), comment: z.string() })).readonly(),
  }),
  /** `files`: how many documents the answer has. */
  "demande.validated": z.object({ ...aboutDemande, reason: z.string(), files: z.number() }),
  "demande.rejected": decided,
  "demande.cancelled": decided,
  "demande.reopened": decided,
  /** Its service closes: another one answers now (CRPA, art. L. 114-2, where that is another administration). */
  "demande.handed_over": z.object({
    ...aboutDemande,
    from: z.string(),
    service: receivedBy.service,
    isTransmitted: z.boolean(),
  }),
  /** Whoever filed it took it back from the account that is written to. */
  "demande.released": about,
  "demande.message": about,
  /** `hasAccount`: it is followed by signing in, no link opens it. */
  "demande.follow": z.object({ ...aboutDemande, hasAccount: z.boolean() }),
  /** The way back to a draft; `until`: the last day of the link. */
  "demande.draft_link": z.object({ ...aboutDemande, until: instant }),
  "demande.claimed": about,
  /** To the address that was mistyped: it opens nothing any more. */
  "demande.contact": about,
  "draft.expiring": z.object({ ...aboutDemande, day: instant }),
};
