import type { Viewer } from "@/lib/shared/portal";
import { count } from "@/lib/shared/text";
import type { Staff } from "@/lib/web/session/current-actor";

const everyone = [
  { href: "/admin", label: "Accueil" },
  { href: "/admin/demandes", label: "Demandes" },
  { href: "/admin/comptes", label: "Comptes" },
];
/** For the administrators of the portal; `isOurs`: for those of an organisation too, who find there what is theirs. */
const administrators: readonly { href: string; label: string; isOurs?: true }[] = [
  { href: "/admin/demarches", label: "Démarches" },
  { href: "/admin/services", label: "Services", isOurs: true },
  { href: "/admin/agents", label: "Agents", isOurs: true },
  { href: "/admin/courriels", label: "Courriels", isOurs: true },
  { href: "/admin/taches", label: "Tâches" },
  { href: "/admin/journal", label: "Journal", isOurs: true },
  { href: "/admin/reglages", label: "Réglages" },
];

/** What an agent may open, in order, for the menu of the agents' frame. */
export function bureauLinks({ kind }: Staff) {
  if (kind === "agent") return everyone;
  const shown = administrators.filter(({ isOurs }) => kind === "admin" || isOurs);
  return [...everyone, ...shown.map(({ href, label }) => ({ href, label }))];
}

/** Whoever serves many services reads their number: the list would fill the page. */
export function briefly(viewer: Viewer, { serviceIds }: Staff): Viewer {
  const services = serviceIds.length;
  return viewer.kind === "agent" && services > 2 ? { ...viewer, service: count(services, "service") } : viewer;
}
