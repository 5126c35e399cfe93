import { answerNextAuth } from "@/lib/web/next-auth";
import { routeGuard } from "@/lib/web/route-guard";

const handler = routeGuard({ name: "auth" }, answerNextAuth);

export { handler as GET, handler as POST };
