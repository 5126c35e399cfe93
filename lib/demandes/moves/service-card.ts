import { eq } from "drizzle-orm";
import { organisations, services } from "@/db/schema/organisation";
import type { Reader } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import type { ServiceId } from "@/lib/shared/ids";
import type { RecepisseView } from "../filing/recepisse";

/** A service as letters and récépissés name it (CRPA, art. R. 112-5, 2°). */
export async function findServiceCard(reader: Reader, serviceId: ServiceId): Promise<RecepisseView["service"]> {
  const [service] = await reader
    .select({
      name: services.name,
      organisation: organisations.name,
      address: services.address,
      phone: services.phone,
      email: services.email,
    })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(eq(services.id, serviceId))
    .limit(1);
  if (!service) throw new Invariant("a demande without its service");
  return service;
}
