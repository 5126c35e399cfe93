import { missing } from "@/lib/web/page/missing";
import { routeGuard } from "@/lib/web/route/route-guard";

/** Every address under /api that no other file answers, by any method: our page of what does not exist, and no body is read. */
const absent = routeGuard({ name: "absent" }, async () => missing());

export { absent as GET, absent as HEAD, absent as POST, absent as PUT };
export { absent as PATCH, absent as DELETE, absent as OPTIONS };
