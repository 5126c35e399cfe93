"use server";

import { recogniseBrowser } from "@/lib/staff/commands/recognise-browser";
import { agentLinkSchema } from "@/lib/staff/schema";
import { expiredSentence } from "@/lib/vocabulary/tokens";
import { formAction } from "@/lib/web/form/form-action";
import { recogniseDevice } from "@/lib/web/session/known-devices";
import { linkLimit } from "@/lib/web/form/limits";

const restart = "Demandez-en un autre depuis la page « Faire reconnaître ce navigateur ».";

/** Uses the link up; nobody is signed in. */
export const recogniseBrowserAction = formAction({
  name: "recognise-agent-browser",
  who: "anyone",
  limit: linkLimit,
  schema: agentLinkSchema,
  run: recogniseBrowser,
  refusals: {
    expired: `${expiredSentence("agent_browser")} ${restart}`,
    used: `Ce lien a déjà servi. ${restart}`,
    unknown: `Ce lien n’est pas reconnu. ${restart}`,
  },
  onDone: async (owner) => {
    await recogniseDevice(owner);
    return { to: "/admin/connexion", message: "Ce navigateur est reconnu. Connectez-vous comme d’habitude." };
  },
});
