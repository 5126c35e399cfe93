import { routeGuard } from "@/lib/web/route/route-guard";
import { citizenTime, peekCitizenTime, timeAnswer } from "@/lib/web/session/session-time";

/** How long the session still lasts; asking does not lengthen it. */
export const GET = routeGuard({ name: "session-usager" }, async () => timeAnswer(await peekCitizenTime()));

/** « Rester connecté »: reading the session pushes its end. */
export const POST = routeGuard({ name: "session-usager" }, async () => timeAnswer(await citizenTime()));
