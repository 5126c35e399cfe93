"use server";

import type { Route } from "next";
import { changeAgent } from "@/lib/staff/commands/change-agent";
import { inviteAgent, sendInvitation, sendSecondFactorLink } from "@/lib/staff/commands/invite-agent";
import { reinstateAgent, removeAgent } from "@/lib/staff/commands/remove-agent";
import { endAgentSessions } from "@/lib/staff/commands/end-agent-sessions";
import { agentSchema, changeAgentSchema, inviteAgentSchema, missingName, removeAgentSchema } from "@/lib/staff/schema";
import type { AgentId } from "@/lib/shared/ids";
import { formAction } from "@/lib/web/form/form-action";
import { asSeen, changedMeanwhile } from "@/lib/web/form/changed-meanwhile";

const pageOf = (id: AgentId) => `/admin/agents/${id}` as Route;
const noService = { field: "services", message: "Choisissez au moins un service pour un agent." };
const place = {
  role_out_of_reach: {
    field: "role",
    message: "Seul un administrateur du portail nomme un administrateur du portail ou d’un autre organisme.",
  },
  unknown_organisation: { field: "role", message: "Cet organisme est fermé : choisissez un autre rôle." },
  other_organisation: {
    field: "services",
    message: "L’administrateur d’un organisme ne suit que les services de cet organisme : décochez les autres.",
  },
};
const lastAdmin = "C’est le dernier administrateur du portail : nommez-en d’abord un autre.";
const unattended = ({ services = "" }: Record<string, string | undefined>) => ({
  errors: {
    isConfirmed: `Personne ne suivrait plus : ${services}. Nommez d’abord un autre agent, ou cochez cette case pour confirmer.`,
  },
});
const removed = "L’accès de cet agent a été retiré entre-temps : rechargez la page.";
const mailLimit = { max: 30, windowSeconds: 600 };

export const inviteAgentAction = formAction({
  name: "invite-agent",
  who: "manager",
  limit: mailLimit,
  schema: inviteAgentSchema,
  run: inviteAgent,
  refusals: {
    email_taken: {
      field: "email",
      message:
        "Un agent a déjà ce courriel. Cherchez-le dans la liste, ou parmi les retirés. S’il n’y est pas, il est d’un autre organisme : demandez à un administrateur du portail.",
    },
    no_service: noService,
    ...place,
  },
  onDone: (id) => ({ to: pageOf(id), message: "L’invitation est envoyée." }),
});

export const sendInvitationAction = formAction({
  name: "send-agent-invitation",
  who: "manager",
  limit: mailLimit,
  schema: agentSchema,
  run: sendInvitation,
  refusals: { already_removed: removed },
  onDone: (id) => ({ to: pageOf(id), message: "Un nouveau lien est envoyé. Le précédent ne fonctionne plus." }),
});

export const sendSecondFactorAction = formAction({
  name: "send-second-factor-link",
  who: "manager",
  limit: mailLimit,
  schema: agentSchema,
  run: sendSecondFactorLink,
  refusals: { not_active: "Cet agent n’est pas en poste : rechargez la page." },
  onDone: (id) => ({ to: pageOf(id), message: "Un lien pour enregistrer un nouveau second facteur est envoyé." }),
});

export const changeAgentAction = formAction({
  name: "change-agent",
  who: "manager",
  schema: asSeen(changeAgentSchema),
  run: (actor, { version, ...card }) => changeAgent(actor, card, version),
  refusals: {
    changed_meanwhile: changedMeanwhile,
    bad_name: ({ message = missingName }) => ({ errors: { name: message } }),
    already_removed: removed,
    no_service: noService,
    ...place,
    last_admin: { field: "role", message: lastAdmin },
    leaves_unattended: unattended,
  },
  onDone: (id) => ({ to: pageOf(id), message: "Le rôle et les services sont enregistrés, et déjà en vigueur." }),
});

export const removeAgentAction = formAction({
  name: "remove-agent",
  who: "manager",
  schema: removeAgentSchema,
  run: removeAgent,
  refusals: {
    own_account: "Vous ne pouvez pas retirer votre propre accès : demandez-le à un autre administrateur.",
    already_removed: removed,
    last_admin: lastAdmin,
    leaves_unattended: unattended,
  },
  onDone: (id) => ({ to: pageOf(id), message: "L’accès est retiré." }),
});

export const reinstateAgentAction = formAction({
  name: "reinstate-agent",
  who: "manager",
  schema: agentSchema,
  run: reinstateAgent,
  refusals: {
    not_removed: "L’accès de cet agent n’est plus retiré : rechargez la page.",
    organisation_closed: "L’organisme qu’il administrait est fermé : rouvrez-le d’abord.",
  },
  onDone: (id) => ({ to: pageOf(id), message: "L’accès est rétabli." }),
});

export const endAgentSessionsAction = formAction({
  name: "end-agent-sessions",
  who: "manager",
  schema: agentSchema,
  run: endAgentSessions,
  refusals: {},
  onDone: (_value, { agentId }) => ({ to: pageOf(agentId), message: "Ses connexions sont fermées." }),
});
