import { z } from "zod";
import { dateBoxes, idOf } from "@/lib/shared/form-schema";
import { isId, type AgentId, type MailId } from "@/lib/shared/ids";
import { readTypedDate } from "@/lib/shared/typed-date";
import { isFamily } from "@/lib/vocabulary/audit-families";
import { auditVerbs } from "@/lib/vocabulary/audit-verbs";
import { actorKinds, type JournalFilters } from "./types";

export const retryMailSchema = z.object({
  mailId: idOf<MailId>(),
});
export type RetryMail = z.infer<typeof retryMailSchema>;

const once = z.string().max(200).optional().catch(undefined);

/** Address of /admin/courriels: `?suite=…&etat=…`. */
export const watchParamsSchema = z.object({
  suite: once,
  etat: z.enum(["waiting", "sent", "failed"]).catch("failed"),
});

const isoDay = z.iso.date().optional().catch(undefined);

/** Address of /admin/journal and of its export: `?du=…&au=…&acte=…&auteur=…&agent=…&objet=…&suite=…`. What is wrong counts for nothing. */
export const journalParamsSchema = z.object({
  du: isoDay,
  au: isoDay,
  acte: once,
  auteur: z.enum(actorKinds).optional().catch(undefined),
  agent: z
    .custom<AgentId>((value) => typeof value === "string" && isId(value))
    .optional()
    .catch(undefined),
  objet: once,
  suite: once,
});
export type JournalParams = z.infer<typeof journalParamsSchema>;

/** The filters behind an address. « acte » is a family or a verb. */
export function filtersOf({ du, au, acte = "", auteur, agent, objet }: JournalParams): JournalFilters {
  return {
    from: du,
    to: au,
    family: isFamily(acte) ? acte : undefined,
    verb: auditVerbs.find((verb) => verb === acte),
    kind: auteur,
    agent,
    subject: objet || undefined,
  };
}

const typedDay = dateBoxes();
type TypedDay = z.infer<typeof typedDay>;

/** The form of the filters: a day left empty filters nothing, a day begun must be whole. Gives the words of the address. */
export const filterJournalSchema = z
  .object({ du: typedDay, au: typedDay, acte: once, auteur: once, agent: once, objet: once })
  .transform(({ du, au, ...rest }, context) => {
    const days = { du: readDay(du, "le premier jour"), au: readDay(au, "le dernier jour") };
    for (const [name, day] of Object.entries(days))
      if (day && !day.ok)
        context.addIssue({ code: "custom", path: day.part ? [name, day.part] : [name], message: day.message });
    const [from, to] = [days.du, days.au].map((day) => (day?.ok ? day.value : ""));
    if (from && to && from > to)
      context.addIssue({ code: "custom", path: ["au"], message: "Le dernier jour vient après le premier." });
    return { ...rest, du: from, au: to };
  });

function readDay(typed: TypedDay, subject: string) {
  const isEmpty = Object.values(typed).every((part) => part.trim() === "");
  return isEmpty ? null : readTypedDate(typed, { subject });
}
