"use server";

import type { Route } from "next";
import { askFollowLink } from "@/lib/demandes/commands/ask-follow-link";
import { openFollowLink } from "@/lib/demandes/commands/open-follow-link";
import { askFollowLinkSchema } from "@/lib/demandes/schema";
import { requiredText } from "@/lib/shared/form-schema";
import { currentVisitor, guestActor } from "@/lib/web/current-actor";
import { formAction } from "@/lib/web/form-action";
import { z } from "zod";

/** The same answer whatever exists: nobody learns who filed what. */
export const askFollowLinkAction = formAction({
  name: "ask-follow-link",
  who: "anyone",
  limit: { max: 10, windowSeconds: 60 },
  schema: askFollowLinkSchema,
  run: async (_actor, input) => askFollowLink(await currentVisitor(), input),
  refusals: {},
  onDone: () => "/suivi/courriel-envoye",
});

const expired = "Ce lien n’est plus valable. Demandez-en un autre à la page « Suivre une demande ».";

/** The link of an e-mail only shows a page: this button opens the demande on this device. */
export const openFollowLinkAction = formAction({
  name: "open-follow-link",
  who: "anyone",
  limit: { max: 20, windowSeconds: 60 },
  schema: z.object({ jeton: requiredText(expired, 200) }),
  run: async (_actor, { jeton }) => openFollowLink(await guestActor(), { token: jeton }),
  refusals: {
    unknown: expired,
    expired,
    used: "Ce lien a déjà servi. Demandez-en un autre à la page « Suivre une demande ».",
  },
  onDone: ({ number }) => `/suivi/${number}/historique` as Route,
});
