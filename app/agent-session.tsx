import { SessionDialog } from "@/components/ui/session-dialog";
import { agentTime } from "@/lib/web/session/session-time";
import { signOutAgentAction } from "./sign-out";

/** The warning before an agent's session ends, inside the agents' frame. */
export async function AgentSession() {
  const time = await agentTime();
  if (!time) return null;
  return (
    <SessionDialog
      {...time}
      extendUrl="/api/session/agent"
      endedHref="/admin/connexion?fin=session"
      signOut={signOutAgentAction}
      reassurance="Ce que vous avez saisi reste sur cette page."
    />
  );
}
