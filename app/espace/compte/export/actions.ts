"use server";

import { askExport } from "@/lib/exports/commands/ask-export";
import { askExportSchema } from "@/lib/exports/schema";
import { formAction } from "@/lib/web/form-action";
import { waitSentence } from "@/lib/web/wait-sentence";

/** X21. The page itself then says that it is being made. */
export const askExportAction = formAction({
  name: "ask-export",
  who: "citizen",
  limit: { max: 20, windowSeconds: 60 },
  schema: askExportSchema,
  run: (actor, input) => askExport(actor, input),
  refusals: {
    wrong_password: { field: "currentPassword", message: "Ce n’est pas votre mot de passe actuel." },
    delayed: waitSentence,
    already_running: "Une copie est déjà en préparation. Attendez qu’elle soit prête, ou actualisez cette page.",
    too_many: "Vous avez déjà demandé trois copies en 24 heures. Téléchargez l’une d’elles, ou revenez demain.",
  },
  onDone: () => "/espace/compte/export",
});
