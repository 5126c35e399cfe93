import { connect, type NetConnectOpts, type Socket } from "node:net";
import type { Readable } from "node:stream";
import { logger } from "@/lib/kernel/logger";
import type { ScanVerdict } from "./port";

/** Longest silence of the scanner, in milliseconds. */
const patience = 15_000;

/**
 * Asks clamd by its socket (command INSTREAM of its manual). `address`: path of a Unix socket, or « host:port ».
 * The body goes by in pieces; nothing is kept in memory.
 */
export async function scanWithClamd(
  address: string,
  body: Readable | Buffer,
  silence = patience,
): Promise<ScanVerdict> {
  const socket = connect(placeOf(address));
  socket.setTimeout(silence, () => socket.destroy(new Error("clamd: silence")));
  const answer = readAnswer(socket);
  try {
    // An error of the body leaves by here; one of the socket is told by the answer.
    await send(Buffer.isBuffer(body) ? [body] : body, socket);
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return verdictOf(await answer);
}

function placeOf(address: string): NetConnectOpts {
  const [, host, port] = /^([^/]+):(\d+)$/.exec(address) ?? [];
  return host !== undefined && port !== undefined ? { host, port: Number(port) } : { path: address };
}

/**
 * « zINSTREAM », then each piece after its length, then a length of zero. Once the scanner hung up the body is still read to
 * its end: whoever pipes into it is never left waiting.
 */
async function send(parts: Iterable<Buffer> | AsyncIterable<Buffer>, socket: Socket): Promise<void> {
  let isListening = await write(socket, Buffer.from("zINSTREAM\0"));
  for await (const part of parts) {
    if (isListening && part.length > 0) isListening = await write(socket, Buffer.concat([lengthOf(part.length), part]));
  }
  if (isListening) await write(socket, lengthOf(0));
}

/** Whether the bytes left; false when the socket is closed: it says why by itself. */
function write(socket: Socket, bytes: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    const onClose = () => resolve(false);
    socket.once("close", onClose);
    socket.write(bytes, (error) => {
      socket.off("close", onClose);
      resolve(!error);
    });
  });
}

function lengthOf(size: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(size);
  return bytes;
}

/** What the scanner said before it hung up; empty when it said nothing. */
function readAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (part: string) => {
      text += part;
      if (text.includes("\0")) socket.end();
    });
    socket.on("error", (error) =>
      logger().warn({ event: "antivirus.silent", code: (error as { code?: string }).code ?? "silence" }),
    );
    socket.on("close", () => resolve(text));
  });
}

function verdictOf(reply: string): ScanVerdict {
  const text = reply.replaceAll("\0", "").trim();
  if (/^stream: OK$/.test(text)) return "clean";
  if (/^stream: .+ FOUND$/.test(text)) return "infected";
  logger().warn({ event: "antivirus.unsure", about: text.includes("size limit") ? "size" : "other" });
  return "pending";
}
