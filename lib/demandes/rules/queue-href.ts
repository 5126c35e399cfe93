import { queueViewSlugs } from "../types/agent";
import type { QueueParams } from "../schema/agent";

/** Whether anything but the ordinary list, what waits for the service, was asked for. */
export function isFiltered({ etat, demarche, moi, retard, recherche }: Partial<QueueParams>): boolean {
  return etat !== "to_do" || Boolean(demarche || moi || retard || recherche);
}

/** The address of a page of the queue with these criteria. `next`: cursor of the following page. */
export function queueHref(params: Partial<QueueParams>, next?: string): string {
  const query = new URLSearchParams();
  if (params.etat && params.etat !== "to_do") query.set("etat", queueViewSlugs[params.etat]);
  if (params.demarche) query.set("demarche", params.demarche);
  if (params.moi) query.set("moi", "oui");
  if (params.retard) query.set("retard", "oui");
  if (params.recherche) query.set("recherche", params.recherche);
  if (next) query.set("suite", next);
  const text = query.toString();
  return text ? `/admin/demandes?${text}` : "/admin/demandes";
}
