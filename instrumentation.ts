import type { Instrumentation } from "next";

/** Runs once before the server answers: a bad setting stops the start with a sentence that names it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { prepareServer } = await import("@/lib/web/route/server-start");
  prepareServer();
}

/** The page of the failure shows the number of this line, which says where it happened, never what was typed. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { reportRequestError } = await import("@/lib/web/route/server-start");
  reportRequestError(error, request, { route: context.routePath, during: context.routeType });
};
