import { AgentSession } from "@/app/agent-session";
import { signOutAgentAction } from "@/app/sign-out";
import { AgentFrame } from "@/components/layout/agent-frame";
import { FlashBanner } from "@/components/ui/flash-banner";
import { currentAgentViewer, requireAgent } from "@/lib/web/current-actor";
import { readFlash } from "@/lib/web/flash";
import { getPortal } from "@/lib/web/portal";

const everyone = [
  { href: "/admin", label: "Accueil" },
  { href: "/admin/demandes", label: "Demandes" },
];
const administrators = [
  { href: "/admin/demarches", label: "Démarches" },
  { href: "/admin/courriels", label: "Courriels" },
  { href: "/admin/journal", label: "Journal" },
];

/** Around every page of the agents, the sign-in page excepted. Each page asks for its agent again. */
export default async function BureauLayout({ children }: LayoutProps<"/admin">) {
  const agent = await requireAgent();
  const [portal, viewer, message] = await Promise.all([getPortal(), currentAgentViewer(), readFlash()]);
  return (
    <AgentFrame
      portal={portal}
      viewer={viewer}
      links={agent.kind === "admin" ? [...everyone, ...administrators] : everyone}
      signOut={signOutAgentAction}
      notices={message ? <FlashBanner>{message}</FlashBanner> : null}
    >
      {children}
      <AgentSession />
    </AgentFrame>
  );
}
