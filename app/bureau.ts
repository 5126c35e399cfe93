import type { Viewer } from "@/lib/shared/portal";
import { count } from "@/lib/shared/text";
import type { Staff } from "@/lib/web/session/current-actor";

const everyone = [
  { href: "/admin", label: "Accueil" },
  { href: "/admin/demandes", label: "Demandes" },
  { href: "/admin/comptes", label: "Comptes" },
];
const administrators = [
  { href: "/admin/demarches", label: "Démarches" },
  { href: "/admin/services", label: "Services" },
  { href: "/admin/agents", label: "Agents" },
  { href: "/admin/courriels", label: "Courriels" },
  { href: "/admin/taches", label: "Tâches" },
  { href: "/admin/journal", label: "Journal" },
  { href: "/admin/reglages", label: "Réglages" },
];

/** What an agent may open, in order, for the menu of the agents' frame. */
export function bureauLinks({ kind }: Staff) {
  return kind === "admin" ? [...everyone, ...administrators] : everyone;
}

/** Whoever serves many services reads their number: the list would fill the page. */
export function briefly(viewer: Viewer, { serviceIds }: Staff): Viewer {
  const services = serviceIds.length;
  return viewer.kind === "agent" && services > 2 ? { ...viewer, service: count(services, "service") } : viewer;
}
