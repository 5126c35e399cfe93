import { cancelDemandeAction } from "../actions";
import { reasonPage } from "../reason-page";

export default reasonPage({
  to: "cancelled",
  title: "Annuler la demande",
  lead: "L’annulation est définitive : une demande annulée ne se rouvre pas.",
  label: "Motif de l’annulation",
  action: cancelDemandeAction,
  isDangerous: true,
});
