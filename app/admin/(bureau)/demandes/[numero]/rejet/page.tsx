import { rejectDemandeAction } from "../actions";
import { reasonPage } from "../reason-page";

export default reasonPage({
  to: "rejected",
  title: "Rejeter la demande",
  lead: "L’usager reçoit la décision et son motif, avec les voies de recours.",
  label: "Motif du rejet",
  action: rejectDemandeAction,
  isDangerous: true,
});
