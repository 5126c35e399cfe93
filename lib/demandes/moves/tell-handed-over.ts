import { eq, inArray } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Tx } from "@/lib/kernel/database";
import type { FactsOf } from "@/lib/letters/kinds";
import { notifyEach, type Told } from "@/lib/notifications/steps/notify";
import type { DemandeId, ServiceId } from "@/lib/shared/ids";
import { aboutDemande, inPortal, letterKey, type Announced } from "./announce";
import { findContacts } from "../access/applicant-contact";
import { newFollowLinks } from "../access/follow-link";
import { findServiceCard } from "./service-card";

const kind = "demande.handed_over";
type Services = Pick<FactsOf<typeof kind>, "from" | "service" | "isTransmitted">;

/** Told by so few statements at a time, each well under its time limit. */
const slice = 250;

/**
 * Tells those who wait for these demandes that another service answers now, once each: as `tell` does, by the slice. Those who gave no
 * address read it on their page. Where the two are of two organisations it is a transmission (CRPA, art. L. 114-2).
 */
export async function tellHandedOver(tx: Tx, ids: readonly DemandeId[], from: ServiceId, to: ServiceId): Promise<void> {
  if (ids.length === 0) return;
  const [left, service] = [await findServiceCard(tx, from), await findServiceCard(tx, to)];
  const services = { from: left.name, service, isTransmitted: left.organisation !== service.organisation };
  for (let at = 0; at < ids.length; at += slice) await tellSlice(tx, ids.slice(at, at + slice), services);
}

async function tellSlice(tx: Tx, ids: readonly DemandeId[], services: Services): Promise<void> {
  const rows = await tx
    .select({
      id: demandes.id,
      number: demandes.number,
      accountId: demandes.accountId,
      lockVersion: demandes.lockVersion,
      demarcheId: demandes.demarcheId,
      demarche: { title: demarches.title },
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(inArray(demandes.id, [...ids]));
  const contacts = await findContacts(tx, idsOf(rows.filter(({ accountId }) => accountId === null)));
  const links = await newFollowLinks(tx, [...contacts.keys()]);
  await notifyEach(
    tx,
    kind,
    rows.flatMap((demande) => {
      const path = inPortal(demande, "historique");
      const email = contacts.get(demande.id);
      if (demande.accountId) return [told(demande, { accountId: demande.accountId }, path, services)];
      return email ? [told(demande, { email }, links.get(demande.id) ?? path, services)] : [];
    }),
  );
}

function told(demande: Announced, recipient: Told<typeof kind>["recipient"], path: string, services: Services) {
  const facts = { ...aboutDemande(demande, path), ...services };
  const key = letterKey(demande.id, `handed_over:${demande.lockVersion}`);
  return { recipient, notice: { facts, key, path: inPortal(demande, "historique") } };
}

const idsOf = (rows: readonly { id: DemandeId }[]) => rows.map(({ id }) => id);
