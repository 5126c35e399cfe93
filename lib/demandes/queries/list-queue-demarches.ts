import { inArray, isNotNull, or, sql, type SQL } from "drizzle-orm";
import { demarches, demarcheVersions } from "@/db/schema/demarches";
import { services as allServices } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { requireStaff } from "@/lib/kernel/staff";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { ServiceId } from "@/lib/shared/ids";
import { readableServices } from "./list-queue";

/** The démarches of the reader's services, and those that may be sent to them, by title: what the queue filters by. */
export async function listQueueDemarches(actor: Actor): Promise<{ slug: string; title: string }[]> {
  const services = await readableServices(requireStaff(actor));
  const found = await database()
    .select({ slug: demarches.slug, title: demarches.title })
    .from(demarches)
    .where(or(inArray(demarches.serviceId, [...services]), sendsTo([...services])));
  return inFrenchOrder(found, ({ title }) => title);
}

/** Where the options of a question name services (decision 033), in any version: an older one may still be at work. */
function sendsTo(serviceIds: readonly ServiceId[]): SQL {
  const named = sql`jsonb_path_query(${demarcheVersions.definition}, '$.sections[*].fields[*].options[*].service')`;
  return sql`exists (
    select 1 from ${demarcheVersions} cross join lateral ${named} as named(slug)
    join ${allServices} on ${allServices.slug} = named.slug #>> '{}'
    where ${demarcheVersions.demarcheId} = ${demarches.id} and ${isNotNull(demarcheVersions.publishedAt)}
      and ${inArray(allServices.id, [...serviceIds])})`;
}
