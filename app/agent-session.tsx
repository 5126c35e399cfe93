import { SessionDialog } from "@/components/ui/session-dialog";
import { agentSecondsLeft } from "@/lib/web/session-time";

/** The warning before an agent's session ends, inside the agents' frame. */
export async function AgentSession() {
  const secondsLeft = await agentSecondsLeft();
  if (secondsLeft === null) return null;
  return (
    <SessionDialog
      secondsLeft={secondsLeft}
      extendUrl="/api/session/agent"
      endedHref="/admin/connexion?fin=session"
      reassurance="Ce qui n’est pas encore validé serait perdu."
    />
  );
}
