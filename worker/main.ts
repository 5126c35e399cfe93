import { logger } from "@/lib/kernel/logger";

const beat = setInterval(() => undefined, 60_000);
logger().info({ event: "worker.started" });

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => clearInterval(beat));
