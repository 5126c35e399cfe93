import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * Whether nobody listens on this port.
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * A port on which nobody listens, to be used in a while: below those that the system gives to outgoing connections (32768 and more on
 * Linux), any of which may take one of those before its server starts.
 */
export async function freePort(host = "127.0.0.1") {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(20_000, 32_768);
    if (await isFree(port, host)) return port;
  }
  throw new Error("no port is free between 20000 and 32767");
}
