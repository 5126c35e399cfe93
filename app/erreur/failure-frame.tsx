import type { ReactNode } from "react";
import { briefly, bureauLinks } from "@/app/bureau";
import { guestBar } from "@/app/guest-bar";
import { SpaceMenu } from "@/app/space-menu";
import { AgentFrame } from "@/components/layout/agent-frame";
import { SiteFrame } from "@/components/layout/site-frame";
import type { Failure } from "@/lib/shared/failure";
import type { Viewer } from "@/lib/shared/portal";
import { currentAgent, currentAgentViewer, currentViewer } from "@/lib/web/session/current-actor";
import { getPortalOrDefault } from "@/lib/web/page/portal";

type Props = { failure: Failure; children: ReactNode };

/** The frame that stands around the page that failed. Whatever cannot be read of the person is left out; nothing here posts. */
export async function FailureFrame({ failure, children }: Props) {
  const isAway = failure.kind === "away";
  if (/^\/admin(\/|\?|$)/.test(failure.path)) return <AgentsFrame isAway={isAway}>{children}</AgentsFrame>;
  const [portal, viewer, leaving] = await Promise.all([
    getPortalOrDefault(),
    isAway ? unknown : orUnknown(currentViewer),
    isAway ? null : guestBar(failure.path).catch(() => null),
  ]);
  const isSpace = /^\/espace(\/|\?|$)/.test(failure.path) && viewer.kind !== "anonymous";
  return (
    <SiteFrame
      portal={portal}
      viewer={viewer}
      notices={
        <>
          {isSpace ? <SpaceMenu /> : null}
          {leaving}
        </>
      }
    >
      {children}
    </SiteFrame>
  );
}

async function AgentsFrame({ isAway, children }: { isAway: boolean; children: ReactNode }) {
  const portal = await getPortalOrDefault();
  const agent = isAway ? null : await currentAgent().catch(() => null);
  const viewer = agent ? briefly(await orUnknown(currentAgentViewer), agent) : unknown;
  return (
    <AgentFrame portal={portal} viewer={viewer} links={agent ? bureauLinks(agent) : []}>
      {children}
    </AgentFrame>
  );
}

const unknown: Viewer = { kind: "unknown" };

async function orUnknown(read: () => Promise<Viewer>): Promise<Viewer> {
  return read().catch(() => unknown);
}
