"use server";

import { deleteDraft } from "@/lib/demandes/commands/delete-draft";
import { onlyDemandeSchema } from "@/lib/demandes/schema/citizen";
import { formAction } from "@/lib/web/form/form-action";

export const deleteDraftAction = formAction({
  name: "delete-draft",
  who: "citizen",
  schema: onlyDemandeSchema,
  run: deleteDraft,
  refusals: {
    not_draft:
      "Cette demande a déjà été envoyée : ce n’est plus un brouillon. Vous pouvez l’annuler depuis « Mes demandes ».",
  },
  onDone: () => ({ to: "/espace/brouillons", message: "Le brouillon est supprimé." }),
});
