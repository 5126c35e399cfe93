import type { FactsOf } from "../kinds";
import type { Words } from "../wording/words";
import { noReply } from "./frame";

/** To the other administrators. It names no citizen: the sheet does, and the journal says who read it. */
export const agentRecoveryNotice: Words<"agent.recovery_notice"> = ({ act, by, accountId }) => ({
  subject: "Récupération d’un compte d’usager",
  opening: `${by} ${acts[act]}`,
  paragraphs: [
    "Ce courriel part à chaque fois aux autres administrateurs concernés. Si cela vous surprend, ouvrez le compte : un agent peut refuser la demande.",
  ],
  action: { label: "Ouvrir le compte", path: `/admin/comptes/${accountId}` },
  closing: [noReply],
});

const acts: Record<FactsOf<"agent.recovery_notice">["act"], string> = {
  asked: "a demandé la récupération d’un compte d’usager, ou sa réouverture.",
  held: "a confirmé qu’un compte d’usager va changer d’adresse sans que l’ancienne puisse s’y opposer.",
};
