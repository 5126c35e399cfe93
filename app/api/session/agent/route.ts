import { routeGuard } from "@/lib/web/route-guard";
import { agentSecondsLeft } from "@/lib/web/session-time";

/** « Rester connecté »: reading the session pushes its end. */
export const POST = routeGuard({ name: "session-agent" }, async () => {
  const secondsLeft = await agentSecondsLeft();
  return Response.json(
    { secondsLeft: secondsLeft ?? 0 },
    { status: secondsLeft === null ? 401 : 200, headers: { "cache-control": "no-store" } },
  );
});
