import { routeGuard } from "@/lib/web/route-guard";
import { citizenSecondsLeft } from "@/lib/web/session-time";

/** « Rester connecté »: reading the session pushes its end. */
export const POST = routeGuard({ name: "session-usager" }, async () => {
  const secondsLeft = await citizenSecondsLeft();
  return Response.json(
    { secondsLeft: secondsLeft ?? 0 },
    { status: secondsLeft === null ? 401 : 200, headers: { "cache-control": "no-store" } },
  );
});
