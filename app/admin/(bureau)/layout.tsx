import { AgentSession } from "@/app/agent-session";
import { briefly, bureauLinks } from "@/app/bureau";
import { signOutAgentAction } from "@/app/sign-out";
import { AgentFrame } from "@/components/layout/agent-frame";
import { FlashBanner } from "@/components/ui/flash-banner";
import { UnsaidRefusal } from "@/components/ui/form/unsaid-refusal";
import { currentAgentViewer, requireAgent } from "@/lib/web/session/current-actor";
import { readFlash } from "@/lib/web/form/flash";
import { findRefusal } from "@/lib/web/form/refused-request";
import { getPortal } from "@/lib/web/page/portal";

/** Around every page of the agents, the sign-in page excepted. Each page asks for its agent again. */
export default async function BureauLayout({ children }: LayoutProps<"/admin">) {
  const agent = await requireAgent();
  const [portal, viewer, message, refused] = await Promise.all([
    getPortal(),
    currentAgentViewer(),
    readFlash(),
    findRefusal(),
  ]);
  return (
    <AgentFrame
      portal={portal}
      viewer={briefly(viewer, agent)}
      links={bureauLinks(agent)}
      signOut={signOutAgentAction}
      notices={
        <>
          {message ? <FlashBanner key={message.id}>{message.text}</FlashBanner> : null}
          {refused ? <UnsaidRefusal refused={refused} /> : null}
        </>
      }
    >
      {children}
      <AgentSession />
    </AgentFrame>
  );
}
