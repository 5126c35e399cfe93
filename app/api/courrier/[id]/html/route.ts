import { getLetterPage } from "@/lib/web/page/mailbox";
import { routeGuard } from "@/lib/web/route/route-guard";

type Context = { params: Promise<{ id: string }> };

/** A letter as a mail program shows it, for the frame of the page of the mailbox. */
export const GET = routeGuard<Context>({ name: "mailbox-html" }, async (_request, { params }) =>
  getLetterPage((await params).id),
);
