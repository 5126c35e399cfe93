"use server";

import { z } from "zod";
import { endOtherSessions, endSession } from "@/lib/accounts/commands/end-sessions";
import { endSessionSchema } from "@/lib/accounts/schema/citizen";
import { formAction } from "@/lib/web/form/form-action";
import { stayKnown } from "@/lib/web/session/known-devices";

export const endSessionAction = formAction({
  name: "end-session",
  who: "citizen",
  schema: endSessionSchema,
  run: endSession,
  refusals: {},
  onDone: () => ({ to: "/espace/compte/connexions", message: "Cette connexion est fermée." }),
});

export const endOtherSessionsAction = formAction({
  name: "end-other-sessions",
  who: "citizen",
  schema: z.object({}),
  run: (actor) => endOtherSessions(actor),
  refusals: {},
  onDone: async ({ owner }) => {
    await stayKnown(owner);
    return { to: "/espace/compte/connexions", message: "Vos autres connexions sont fermées." };
  },
});
