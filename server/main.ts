import next from "next";
import { z } from "zod";
import { logger } from "@/lib/kernel/logger";
import { watchForSilence } from "@/lib/kernel/silence";
import { isSecure } from "@/lib/web/session/cookies";
import { strictTransport } from "@/lib/web/route/page-headers";
import { describe } from "@/lib/web/route/report-unexpected";
import { createFront } from "./front";
import { readRoutes } from "./routes";
import { SlowBodies } from "./slow-bodies";

/** Longest silence of a body that is on its way, in milliseconds. */
const patience = 30_000;
/** Given to requests under way once the process is asked to stop, in milliseconds. */
const farewell = 10_000;

const argumentsSchema = z.tuple([z.string().min(1), z.coerce.number().int().positive(), z.string().min(1)]);

/** Serves the portal that was built in a folder, on a port and an address of this machine, until the process is asked to stop. */
export async function serve(given: readonly string[]): Promise<void> {
  const [dir, port, host] = argumentsSchema.parse(given);
  const application = next({ dir, dev: false, hostname: host, port });
  await application.prepare();
  const server = createFront({
    handle: application.getRequestHandler(),
    kindOf: readRoutes(dir),
    bodies: new SlowBodies(patience, () => performance.now()),
    transport: isSecure() ? strictTransport : null,
  });
  const stop = () => {
    server.close(() => void application.close().finally(() => process.exit(0)));
    setTimeout(() => server.closeAllConnections(), farewell).unref();
  };
  // One request that broke in a way nobody waited for takes no other with it. Next's own server does the same.
  for (const event of ["uncaughtException", "unhandledRejection"])
    process.on(event, (error: unknown) => logger().error({ during: event, ...describe(error) }, "unexpected error"));
  watchForSilence();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  server.once("error", (error) => {
    logger().fatal({ during: "listen", ...describe(error) }, "the site cannot listen");
    process.exit(1);
  });
  server.listen(port, host);
}
