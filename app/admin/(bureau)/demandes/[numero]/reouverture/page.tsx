import { reopenDemandeAction } from "../actions";
import { reasonPage } from "../reason-page";

export default reasonPage({
  to: "in_progress",
  title: "Rouvrir la demande",
  lead: "La décision est reprise : la demande revient en traitement, et l’usager en est informé.",
  label: "Motif de la réouverture",
  action: reopenDemandeAction,
});
