import { AgentSession } from "@/app/agent-session";
import { signOutAgentAction } from "@/app/sign-out";
import { AgentFrame } from "@/components/layout/agent-frame";
import { FlashBanner } from "@/components/ui/flash-banner";
import { currentAgentViewer, requireAgent } from "@/lib/web/current-actor";
import { readFlash } from "@/lib/web/flash";
import { getPortal } from "@/lib/web/portal";
import type { Viewer } from "@/lib/shared/portal";
import { count } from "@/lib/shared/text";

const everyone = [
  { href: "/admin", label: "Accueil" },
  { href: "/admin/demandes", label: "Demandes" },
  { href: "/admin/comptes", label: "Comptes" },
];
const administrators = [
  { href: "/admin/demarches", label: "Démarches" },
  { href: "/admin/agents", label: "Agents" },
  { href: "/admin/courriels", label: "Courriels" },
  { href: "/admin/taches", label: "Tâches" },
  { href: "/admin/journal", label: "Journal" },
  { href: "/admin/reglages", label: "Réglages" },
];

/** Around every page of the agents, the sign-in page excepted. Each page asks for its agent again. */
export default async function BureauLayout({ children }: LayoutProps<"/admin">) {
  const agent = await requireAgent();
  const [portal, viewer, message] = await Promise.all([getPortal(), currentAgentViewer(), readFlash()]);
  return (
    <AgentFrame
      portal={portal}
      viewer={briefly(viewer, agent.serviceIds.length)}
      links={agent.kind === "admin" ? [...everyone, ...administrators] : everyone}
      signOut={signOutAgentAction}
      notices={message ? <FlashBanner>{message}</FlashBanner> : null}
    >
      {children}
      <AgentSession />
    </AgentFrame>
  );
}

/** Whoever serves many services reads their number: the list would fill the page. */
function briefly(viewer: Viewer, services: number): Viewer {
  return viewer.kind === "agent" && services > 2 ? { ...viewer, service: count(services, "service") } : viewer;
}
