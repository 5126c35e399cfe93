import { readExport } from "@/lib/exports/commands/read-export";
import { isId, type ExportId } from "@/lib/shared/ids";
import { currentCitizen } from "@/lib/web/session/current-actor";
import { fileResponse } from "@/lib/web/route/file-response";
import { missing } from "@/lib/web/page/missing";
import { routeGuard } from "@/lib/web/route/route-guard";

type Context = { params: Promise<{ id: string }> };

/** A copy of one's data, for the session of its owner that recalled the password; streamed from the store as it is opened. */
export const GET = routeGuard<Context>(
  { name: "export", limit: { max: 20, windowSeconds: 60 } },
  async (_request, { params }) => {
    const { id } = await params;
    const citizen = await currentCitizen();
    if (!citizen || !isId(id)) return missing();
    const opened = await readExport(citizen, { exportId: id as ExportId });
    return opened.ok ? fileResponse(opened.value) : missing();
  },
);
