"use server";

import { askExport } from "@/lib/exports/commands/ask-export";
import { openExports } from "@/lib/exports/commands/open-exports";
import { askExportSchema } from "@/lib/exports/schema";
import { formAction } from "@/lib/web/form/form-action";
import { waitSentence } from "@/lib/web/form/wait-sentence";

const passwordRefusals = {
  wrong_password: { field: "currentPassword", message: "Ce n’est pas votre mot de passe actuel." },
  delayed: waitSentence,
};

/** X21. The page itself then says that it is being made. */
export const askExportAction = formAction({
  name: "ask-export",
  who: "citizen",
  limit: { max: 20, windowSeconds: 60 },
  schema: askExportSchema,
  run: (actor, input) => askExport(actor, input),
  refusals: {
    ...passwordRefusals,
    already_running: "Une copie est déjà en préparation. Attendez qu’elle soit prête, ou actualisez cette page.",
    too_many: "Vous avez déjà demandé trois copies en 24 heures. Téléchargez l’une d’elles, ou revenez demain.",
  },
  onDone: () => "/espace/compte/export",
});

/** From another session than the one that asked: the password first, then the link. */
export const openExportsAction = formAction({
  name: "open-exports",
  who: "citizen",
  limit: { max: 20, windowSeconds: 60 },
  schema: askExportSchema,
  run: (actor, input) => openExports(actor, input),
  refusals: passwordRefusals,
  onDone: () => "/espace/compte/export",
});
