"use server";

import type { Route } from "next";
import { askDraftLink } from "@/lib/demandes/commands/ask-draft-link";
import { askFollowLink } from "@/lib/demandes/commands/ask-follow-link";
import { openFollowLink } from "@/lib/demandes/commands/open-follow-link";
import { releaseDemande } from "@/lib/demandes/commands/release-demande";
import { askDraftLinkSchema, askFollowLinkSchema, onlyDemandeSchema } from "@/lib/demandes/schema";
import { requiredText } from "@/lib/shared/form-schema";
import { citizenOrGuest, currentVisitor } from "@/lib/web/current-actor";
import { formAction } from "@/lib/web/form-action";
import { z } from "zod";
import { done } from "@/lib/shared/result";
import { followPlace } from "./follow-place";
import { deadFollowLink } from "../demandes/refusals";

/** Mails the link of a follow-up. One answer whatever exists: nobody learns who filed what. */
export const askFollowLinkAction = formAction({
  name: "ask-follow-link",
  who: "anyone",
  limit: { max: 10, windowSeconds: 60 },
  schema: askFollowLinkSchema,
  run: async (_actor, input) => askFollowLink(await currentVisitor(), input),
  refusals: {},
  onDone: () => "/suivi/courriel-envoye",
});

/** Mails the link of a draft, whose address nobody proved: the robot check stands before. */
export const askDraftLinkAction = formAction({
  name: "ask-draft-link",
  who: "anyone",
  limit: { max: 10, windowSeconds: 60 },
  robot: { email: "email" },
  schema: askDraftLinkSchema,
  run: async (_actor, input) => askDraftLink(await currentVisitor(), input),
  refusals: {},
  onDone: () => "/suivi/courriel-envoye",
});

/** The link of an e-mail only shows a page: this button opens the demande on this device. */
export const openFollowLinkAction = formAction({
  name: "open-follow-link",
  who: "anyone",
  limit: { max: 20, windowSeconds: 60 },
  schema: z.object({
    jeton: requiredText(deadFollowLink.unknown, 200),
    ownDevice: z.literal("yes").optional(),
    vers: z.string().max(20).optional(),
  }),
  run: async (_actor, { jeton, ownDevice, vers }) => {
    const isOwnDevice = ownDevice === "yes";
    const opened = await openFollowLink(await citizenOrGuest(isOwnDevice), { token: jeton, isOwnDevice });
    return opened.ok ? done({ ...opened.value, place: followPlace(vers) }) : opened;
  },
  refusals: deadFollowLink,
  onDone: ({ demandeId, number, place }) => (number ? `/suivi/${number}/${place}` : `/demandes/${demandeId}`) as Route,
});

/** « La retirer de ce compte ». */
export const releaseDemandeAction = formAction({
  name: "release-demande",
  who: "anyone",
  schema: onlyDemandeSchema,
  run: async (_actor, input) => releaseDemande(await currentVisitor(), input),
  refusals: {},
  onDone: ({ number }) => ({
    to: `/suivi/${number}/historique` as Route,
    message: "La demande n’est plus dans ce compte.",
  }),
});
