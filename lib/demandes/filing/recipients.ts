import { and, eq, exists, inArray, isNull, sql } from "drizzle-orm";
import { agents, agentServices } from "@/db/schema/staff";
import { services } from "@/db/schema/organisation";
import type { Reader } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import type { Answers, DemarcheDefinition } from "@/lib/demarches/form";
import { setAnswer } from "@/lib/demarches/fields/paths";
import { forwardingOf, servicesChosen, servicesNamed } from "@/lib/demarches/rules/forwarding";
import type { ServiceId } from "@/lib/shared/ids";

/** A service that a form may be sent to. */
export type Recipient = { id: ServiceId; slug: string; name: string };

/** The services named by the options of a form that exist in this town and that an agent at work follows: the others would receive it for nobody. */
export async function listReached(reader: Reader, definition: DemarcheDefinition): Promise<Recipient[]> {
  const slugs = servicesNamed(definition);
  if (slugs.length === 0) return [];
  const follower = reader
    .select({ one: sql`1` })
    .from(agentServices)
    .innerJoin(agents, and(eq(agents.id, agentServices.agentId), eq(agents.isActive, true)))
    .where(eq(agentServices.serviceId, services.id));
  return reader
    .select({ id: services.id, slug: services.slug, name: services.name })
    .from(services)
    .where(and(inArray(services.slug, slugs), isNull(services.closedAt), exists(follower)));
}

/** What one service receives of a filing: the answers, with its own option alone among the services. */
export type Share = { serviceId: ServiceId; answers: Answers };
export type Shares = readonly [Share, ...Share[]];

type Form = {
  demande: { serviceId: ServiceId };
  definition: DemarcheDefinition;
  context: { reached: readonly Recipient[] };
};

/** Who receives a first filing: each service chosen, in the order of the form; the one of the démarche where none is to be chosen. */
export function sharesOf({ demande, definition, context }: Form, answers: Answers): Shares {
  const path = forwardingOf(definition)?.path;
  const [first, ...others] = servicesChosen(definition, answers).map(({ service, values }) => {
    const recipient = context.reached.find(({ slug }) => slug === service);
    if (!recipient || path === undefined) throw new Invariant("a demande for a service that nobody reads");
    return { serviceId: recipient.id, answers: setAnswer(answers, path, values) };
  });
  return first ? [first, ...others] : [{ serviceId: demande.serviceId, answers }];
}
