import { done, refuse } from "@/lib/shared/result";
import { readMultipart, type Part } from "./multipart";

const limits = { fileBytes: 1_000, files: 2 };
const boundary = "limite";
type Piece = { name: string; filename?: string; body: string };

function bodyOf(pieces: readonly Piece[], end = `--${boundary}--\r\n`): Buffer {
  const parts = pieces.map(({ name, filename, body }) => {
    const file = filename === undefined ? "" : `; filename="${filename}"\r\nContent-Type: application/octet-stream`;
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${body}\r\n`;
  });
  return Buffer.from(parts.join("") + end);
}

function request(body: Buffer | ReadableStream<Uint8Array>, headers: Record<string, string> = {}): Request {
  const type = { "content-type": `multipart/form-data; boundary=${boundary}` };
  const init = { method: "POST", headers: { ...type, ...headers }, body: body as BodyInit, duplex: "half" };
  return new Request("http://localhost/", init);
}

async function read(body: Parameters<typeof request>[0], headers?: Record<string, string>, accept = () => true) {
  const parts: Part[] = [];
  const { result, fields } = await readMultipart(request(body, headers), limits, async (part) => {
    parts.push(part);
    return accept() ? done(null) : refuse("refused");
  });
  return { result, fields, parts };
}

describe("readMultipart", () => {
  it("gives each file with the texts that came before", async () => {
    const { result, fields, parts } = await read(
      bodyOf([
        { name: "path", body: "a.b" },
        { name: "file", filename: "é.pdf", body: "un" },
        { name: "file", filename: "b.pdf", body: "deux" },
      ]),
    );
    expect([result, fields]).toEqual([{ ok: true, value: null }, { path: "a.b" }]);
    expect(parts.map(({ filename, bytes }) => [filename, bytes.toString()])).toEqual([
      ["é.pdf", "un"],
      ["b.pdf", "deux"],
    ]);
  });

  it("takes a control left empty for no file", async () => {
    expect(await read(bodyOf([{ name: "file", filename: "", body: "" }]))).toEqual({
      result: { ok: true, value: null },
      fields: {},
      parts: [],
    });
  });

  it("refuses a file over the limit, without having kept it, and says where the form came from", async () => {
    const { result, fields, parts } = await read(
      bodyOf([
        { name: "retour", body: "/demandes/1" },
        { name: "file", filename: "a", body: "x".repeat(1_001) },
      ]),
    );
    expect([result, fields, parts]).toEqual([{ ok: false, reason: "too_large" }, { retour: "/demandes/1" }, []]);
  });

  it("refuses one file too many, and keeps what it accepted", async () => {
    const three = [1, 2, 3].map((n) => ({ name: "file", filename: `${n}`, body: `${n}` }));
    const { result, parts } = await read(bodyOf(three));
    expect(result).toEqual({ ok: false, reason: "too_many_files" });
    expect(parts.length).toBeLessThanOrEqual(2);
  });

  it("stops at the first refusal of its own", async () => {
    const two = [1, 2].map((n) => ({ name: "file", filename: `${n}`, body: `${n}` }));
    const { result, parts } = await read(bodyOf(two), {}, () => false);
    expect([result, parts.length]).toEqual([{ ok: false, reason: "refused" }, 1]);
  });

  it("T22: refuses at once what announces too much, and soon what lies about it", async () => {
    const started = performance.now();
    expect((await read(bodyOf([]), { "content-length": String(2 * 1024 ** 3) })).result).toEqual({
      ok: false,
      reason: "too_large",
    });
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bodyOf([{ name: "file", filename: "a", body: "" }], "")),
      pull: (controller) => {
        sent += 64 * 1024;
        controller.enqueue(Buffer.alloc(64 * 1024, 120));
      },
    });
    expect((await read(endless)).result).toEqual({ ok: false, reason: "too_large" });
    expect(sent).toBeLessThan(2_000_000);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("T6: never gives a part of a file whose upload is cut", async () => {
    const whole = bodyOf([{ name: "file", filename: "a.pdf", body: "x".repeat(500) }]);
    const { result, parts } = await read(whole.subarray(0, 300));
    expect([result, parts]).toEqual([{ ok: false, reason: "malformed" }, []]);
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(whole.subarray(0, 300));
        controller.error(new Error("cut"));
      },
    });
    expect(await read(broken)).toEqual({ result: { ok: false, reason: "malformed" }, fields: {}, parts: [] });
  });

  it.each([
    ["no boundary", { "content-type": "multipart/form-data" }],
    ["not a form", { "content-type": "application/json" }],
  ])("refuses %s", async (_what, headers) => {
    expect((await read(bodyOf([]), headers)).result).toEqual({ ok: false, reason: "malformed" });
  });

  it("lets what breaks in the handler break the request", async () => {
    const body = bodyOf([{ name: "file", filename: "a", body: "x" }]);
    await expect(readMultipart(request(body), limits, () => Promise.reject(new Error("panne")))).rejects.toThrow(
      "panne",
    );
  });
});
