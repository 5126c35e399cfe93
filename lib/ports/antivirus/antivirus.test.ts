import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { scanWithClamd } from "./clamd";
import { antivirus } from "./index";

/** In two halves, so that this file is not itself taken for a virus. */
const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].join("");

type Mood = "normal" | "silent" | "hangs-up" | "garbled" | "too-long";

/** What clamd does of INSTREAM. */
class ClamdStub {
  mood: Mood = "normal";
  received: Buffer = Buffer.alloc(0);
  readonly #sockets = new Set<Socket>();
  readonly server: Server = createServer((socket) => {
    this.#sockets.add(socket);
    let bytes = Buffer.alloc(0);
    socket.on("error", () => undefined);
    if (this.mood === "hangs-up") return void socket.destroy();
    socket.on("data", (part: Buffer) => {
      bytes = Buffer.concat([bytes, part]);
      if (this.mood === "silent") return;
      if (this.mood === "too-long" && bytes.length > 1_000)
        return void socket.end("INSTREAM size limit exceeded. ERROR\0");
      const body = bodyOf(bytes);
      if (body === null) return;
      this.received = body;
      if (this.mood === "garbled") return void socket.end("???\0");
      socket.end(body.includes(eicar) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
    });
  });
  close() {
    for (const socket of this.#sockets) socket.destroy();
    this.server.close();
  }
}

/** The pieces put together; null while the end has not come. */
function bodyOf(bytes: Buffer): Buffer | null {
  const command = "zINSTREAM\0";
  if (bytes.length < command.length) return null;
  expect(bytes.subarray(0, command.length).toString()).toBe(command);
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length;) {
    const size = bytes.readUInt32BE(at);
    if (size === 0) return Buffer.concat(parts);
    if (at + 4 + size > bytes.length) return null;
    parts.push(bytes.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return null;
}

describe("clamd", () => {
  let folder: string;
  let path: string;
  const stub = new ClamdStub();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "parvis-clamd-"));
    path = join(folder, "clamd.sock");
    await new Promise<void>((resolve) => stub.server.listen(path, resolve));
  });
  beforeEach(() => void (stub.mood = "normal"));
  afterAll(async () => {
    stub.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("says clean of a harmless file, having shown it whole", async () => {
    const bytes = Buffer.alloc(300_000, "abc");
    expect(await scanWithClamd(path, Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]))).toBe("clean");
    expect(stub.received.equals(bytes)).toBe(true);
    expect(await scanWithClamd(path, bytes)).toBe("clean");
    expect(await scanWithClamd(path, Buffer.alloc(0))).toBe("clean");
  });

  it("says infected of the file that every scanner knows, even cut in two on its way", async () => {
    const bytes = Buffer.from(`avant ${eicar} après`);
    expect(await scanWithClamd(path, bytes)).toBe("infected");
    expect(await scanWithClamd(path, Readable.from([bytes.subarray(0, 30), bytes.subarray(30)]))).toBe("infected");
  });

  it.each(["silent", "hangs-up", "garbled", "too-long"] as const)(
    "says pending when the scanner is %s",
    async (mood) => {
      stub.mood = mood;
      expect(await scanWithClamd(path, Buffer.alloc(200_000), 300)).toBe("pending");
    },
  );

  it("reads the body to its end when the scanner hangs up half-way", async () => {
    stub.mood = "too-long";
    const body = Readable.from(Array.from({ length: 20 }, () => Buffer.alloc(50_000)));
    expect(await scanWithClamd(path, body)).toBe("pending");
    expect(body.readableEnded).toBe(true);
  });

  it("says pending when there is nobody at the address, by socket or by port", async () => {
    expect(await scanWithClamd(join(folder, "absent.sock"), Buffer.from("x"))).toBe("pending");
    expect(await scanWithClamd("127.0.0.1:1", Buffer.from("x"))).toBe("pending");
  });

  it("gives back the error of a body that breaks on its way", async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(10);
        throw new Error("connexion coupée");
      })(),
    );
    await expect(scanWithClamd(path, broken)).rejects.toThrow("connexion coupée");
  });
});

describe("without a scanner", () => {
  it("takes every file for clean, under its own name, and reads it to the end", async () => {
    const body = Readable.from([Buffer.from(eicar)]);
    expect(antivirus().name).toBe("none");
    expect(await antivirus().scan(body)).toBe("clean");
    expect(body.readableEnded).toBe(true);
  });
});
