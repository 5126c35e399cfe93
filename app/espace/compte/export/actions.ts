"use server";

import { z } from "zod";
import { askExport } from "@/lib/exports/commands/ask-export";
import { formAction } from "@/lib/web/form-action";

/** X21. The page itself then says that it is being made. */
export const askExportAction = formAction({
  name: "ask-export",
  who: "citizen",
  schema: z.object({}),
  run: (actor) => askExport(actor),
  refusals: {
    already_running: "Une copie est déjà en préparation. Attendez qu’elle soit prête, ou actualisez cette page.",
    too_many: "Vous avez déjà demandé trois copies en 24 heures. Téléchargez l’une d’elles, ou revenez demain.",
  },
  onDone: () => "/espace/compte/export",
});
