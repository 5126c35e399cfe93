import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { errorPage } from "@/lib/web/route/error-page";
import { wholeAnswer } from "./failure-page";
import type { HeldResponse } from "./held-response";
import { notARequest, tooLong, tooSlow } from "./plain-pages";

/**
 * What Node could not read as a request (malformed, an address or cookies too long, headers that never end): it closes the
 * connection without a word unless somebody answers. `current`: what this connection was last answered with.
 */
export async function answerUnreadable(
  { code }: NodeJS.ErrnoException,
  socket: Duplex,
  current: HeldResponse | null,
): Promise<void> {
  const isUnderWay = current !== null && current.headersSent && !current.writableFinished;
  if (code === "ECONNRESET" || isUnderWay || !socket.writable) return void socket.destroy();
  const page = code === "HPE_HEADER_OVERFLOW" ? tooLong : code === "ERR_HTTP_REQUEST_TIMEOUT" ? tooSlow : notARequest;
  const { status, headers, body } = await wholeAnswer(errorPage(page));
  const lines = Object.entries({ ...headers, "content-length": body.byteLength, connection: "close" });
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n`);
  socket.write(`${lines.map(([name, value]) => `${name}: ${String(value)}`).join("\r\n")}\r\n\r\n`);
  socket.end(body);
}
