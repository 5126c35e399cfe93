import { routeGuard } from "@/lib/web/route/route-guard";
import { agentTime, peekAgentTime, timeAnswer } from "@/lib/web/session/session-time";

/** How long the session still lasts; asking does not lengthen it. */
export const GET = routeGuard({ name: "session-agent" }, async () => timeAnswer(await peekAgentTime()));

/** « Rester connecté »: reading the session pushes its end. */
export const POST = routeGuard({ name: "session-agent" }, async () => timeAnswer(await agentTime()));
