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

async function read(
  body: Parameters<typeof request>[0],
  headers?: Record<string, string>,
  accept: (part: Part) => boolean = () => true,
) {
  const parts: Part[] = [];
  const { whole, files, fields } = await readMultipart(request(body, headers), limits, async (part) => {
    parts.push(part);
    return accept(part) ? done(null) : refuse("refused");
  });
  const outcomes = files.map(({ filename, result }) => [filename, result.ok ? "kept" : result.reason]);
  return { whole, outcomes, fields, parts };
}

describe("readMultipart", () => {
  it("gives each file with the texts that came before", async () => {
    const { whole, fields, parts, outcomes } = await read(
      bodyOf([
        { name: "path", body: "a.b" },
        { name: "file", filename: "é.pdf", body: "un" },
        { name: "file", filename: "b.pdf", body: "deux" },
      ]),
    );
    expect([whole, fields]).toEqual([done(null), { path: "a.b" }]);
    expect(parts.map(({ filename, bytes }) => [filename, bytes.toString()])).toEqual([
      ["é.pdf", "un"],
      ["b.pdf", "deux"],
    ]);
    expect(outcomes).toEqual([
      ["é.pdf", "kept"],
      ["b.pdf", "kept"],
    ]);
  });

  it("takes a control left empty for no file", async () => {
    expect(await read(bodyOf([{ name: "file", filename: "", body: "" }]))).toEqual({
      whole: done(null),
      fields: {},
      parts: [],
      outcomes: [],
    });
  });

  it("refuses a file over the limit, without having kept it, says where the form came from, and keeps the next", async () => {
    const { outcomes, fields, parts } = await read(
      bodyOf([
        { name: "retour", body: "/demandes/1" },
        { name: "file", filename: "a", body: "x".repeat(1_001) },
        { name: "file", filename: "b", body: "petit" },
      ]),
    );
    expect(outcomes).toEqual([
      ["a", "too_large"],
      ["b", "kept"],
    ]);
    expect([fields, parts.map(({ filename }) => filename)]).toEqual([{ retour: "/demandes/1" }, ["b"]]);
  });

  it("names the files in excess, and keeps what it accepted", async () => {
    const four = [1, 2, 3, 4].map((n) => ({ name: "file", filename: `${n}`, body: `${n}` }));
    const { outcomes, parts } = await read(bodyOf(four));
    expect(outcomes).toEqual([
      ["1", "kept"],
      ["2", "kept"],
      ["3", "too_many_at_once"],
      ["4", "too_many_at_once"],
    ]);
    expect(parts).toHaveLength(2);
  });

  it("keeps the files that follow one that was refused", async () => {
    const two = [1, 2].map((n) => ({ name: "file", filename: `${n}`, body: `${n}` }));
    const { outcomes } = await read(bodyOf(two), {}, ({ filename }) => filename !== "1");
    expect(outcomes).toEqual([
      ["1", "refused"],
      ["2", "kept"],
    ]);
  });

  it("says where the form came from when its whole weight is refused before it is read", async () => {
    const body = bodyOf([
      { name: "retour", body: "/demandes/1" },
      { name: "path", body: "a.b" },
      { name: "file", filename: "film.mp4", body: "x".repeat(1_000) },
    ]);
    const answer = await read(body, { "content-length": String(2 * 1024 ** 3) });
    expect(answer).toEqual({
      whole: refuse("too_large_together"),
      outcomes: [],
      fields: { retour: "/demandes/1", path: "a.b" },
      parts: [],
    });
  });

  it("Q22: refuses at once what announces too much, and soon what lies about it", async () => {
    const started = performance.now();
    expect((await read(bodyOf([]), { "content-length": String(2 * 1024 ** 3) })).whole).toEqual(
      refuse("too_large_together"),
    );
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bodyOf([{ name: "file", filename: "a", body: "" }], "")),
      pull: (controller) => {
        sent += 64 * 1024;
        controller.enqueue(Buffer.alloc(64 * 1024, 120));
      },
    });
    expect((await read(endless)).whole).toEqual(refuse("too_large_together"));
    expect(sent).toBeLessThan(2_000_000);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("Q6: never gives a part of a file whose upload is cut", async () => {
    const whole = bodyOf([{ name: "file", filename: "a.pdf", body: "x".repeat(500) }]);
    const { whole: result, parts } = await read(whole.subarray(0, 300));
    expect([result, parts]).toEqual([refuse("malformed"), []]);
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(whole.subarray(0, 300));
        controller.error(new Error("cut"));
      },
    });
    expect(await read(broken)).toEqual({ whole: refuse("malformed"), outcomes: [], fields: {}, parts: [] });
  });

  it.each([
    ["no boundary", { "content-type": "multipart/form-data" }],
    ["not a form", { "content-type": "application/json" }],
  ])("refuses %s", async (_what, headers) => {
    expect((await read(bodyOf([]), headers)).whole).toEqual(refuse("malformed"));
  });

  it("lets what breaks in the handler break the request", async () => {
    const body = bodyOf([{ name: "file", filename: "a", body: "x" }]);
    await expect(readMultipart(request(body), limits, () => Promise.reject(new Error("panne")))).rejects.toThrow(
      "panne",
    );
  });
});
