import { answerRobotChallenge } from "@/lib/web/robot-challenge";
import { routeGuard } from "@/lib/web/route-guard";

export const GET = routeGuard({ name: "robot", limit: { max: 120, windowSeconds: 60 } }, () => answerRobotChallenge());
