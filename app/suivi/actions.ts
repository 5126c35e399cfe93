"use server";

import type { Route } from "next";
import { askDraftLink } from "@/lib/demandes/commands/ask-draft-link";
import { askFollowLink } from "@/lib/demandes/commands/ask-follow-link";
import { openFollowLink } from "@/lib/demandes/commands/open-follow-link";
import { releaseDemande } from "@/lib/demandes/commands/release-demande";
import { askDraftLinkSchema, askFollowLinkSchema, onlyDemandeSchema } from "@/lib/demandes/schema/citizen";
import { requiredText } from "@/lib/shared/form-schema";
import { formAction } from "@/lib/web/form/form-action";
import { guestFields } from "@/lib/web/session/who-acts";
import { z } from "zod";
import { followPlace } from "./follow-place";
import { deadFollowLink } from "../demandes/refusals";

/** Mails the link of a follow-up. One answer whatever exists: nobody learns who filed what. */
export const askFollowLinkAction = formAction({
  name: "ask-follow-link",
  who: "visitor",
  limit: { max: 10, windowSeconds: 60 },
  schema: askFollowLinkSchema,
  run: askFollowLink,
  refusals: {},
  onDone: () => "/suivi/courriel-envoye",
});

/** Mails the link of a draft, whose address nobody proved: the robot check stands before. */
export const askDraftLinkAction = formAction({
  name: "ask-draft-link",
  who: "visitor",
  limit: { max: 10, windowSeconds: 60 },
  robot: { email: "email" },
  schema: askDraftLinkSchema,
  run: askDraftLink,
  refusals: {},
  onDone: () => "/suivi/courriel-envoye",
});

/** The link of an e-mail only shows a page: this button opens the demande on this device. */
export const openFollowLinkAction = formAction({
  name: "open-follow-link",
  who: "guest",
  limit: { max: 20, windowSeconds: 60 },
  schema: z.object({
    jeton: requiredText(deadFollowLink.unknown, 200),
    ...guestFields,
    vers: z.string().max(20).optional(),
  }),
  run: (actor, { jeton, ownDevice }) => openFollowLink(actor, { token: jeton, isOwnDevice: ownDevice === "yes" }),
  refusals: deadFollowLink,
  onDone: ({ demandeId, number }, { vers }) =>
    (number ? `/suivi/${number}/${followPlace(vers)}` : `/demandes/${demandeId}`) as Route,
});

/** « La retirer de ce compte ». */
export const releaseDemandeAction = formAction({
  name: "release-demande",
  who: "visitor",
  schema: onlyDemandeSchema,
  run: releaseDemande,
  refusals: {},
  onDone: ({ number }) => ({
    to: `/suivi/${number}/historique` as Route,
    message: "La demande n’est plus dans ce compte.",
  }),
});
