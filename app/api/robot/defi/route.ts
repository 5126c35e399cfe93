import { answerRobotChallenge } from "@/lib/web/form/robot-challenge";
import { routeGuard } from "@/lib/web/route/route-guard";

export const GET = routeGuard({ name: "robot", limit: { max: 120, windowSeconds: 60 } }, () => answerRobotChallenge());
