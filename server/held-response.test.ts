import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { HeldResponse, type Judge } from "./held-response";

let server: Server<typeof IncomingMessage, typeof HeldResponse>;
type Work = (response: HeldResponse, request: IncomingMessage) => void;
let work: Work;

beforeAll(async () => {
  server = createServer({ ServerResponse: HeldResponse }, (request, response) => work(response, request));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const bad: Judge = ({ statusCode }) =>
  statusCode < 400
    ? null
    : () => Promise.resolve({ status: statusCode, headers: { "x-whole": "1" }, body: Buffer.from("des mots") });

describe("HeldResponse", () => {
  it("lets a good answer go chunk by chunk, without waiting for its end", async () => {
    let finish = () => {};
    work = (response) => {
      response.judge = bad;
      response.setHeader("x-kept", "1");
      response.flushHeaders();
      response.write("un ");
      finish = () => response.end("deux");
    };
    const answer = await new Promise<IncomingMessage>((resolve) => get(base(), resolve));
    answer.setEncoding("utf8");
    const first = await new Promise<string>((resolve) => answer.once("data", resolve));
    expect(first).toBe("un ");
    finish();
    const rest = await new Promise<string>((resolve) => answer.once("data", resolve));
    expect([answer.statusCode, answer.headers["x-kept"], rest]).toEqual([200, "1", "deux"]);
  });

  const ways: [string, Work][] = [
    ["written bit by bit", (response) => void (response.write("vi"), response.write("de"), response.end())],
    ["ended at once", (response) => void response.end("vide")],
    ["flushed first", (response) => void (response.flushHeaders(), response.write("vide"), response.end())],
    ["with its head written", (response) => void response.writeHead(404, { "x-old": "2" }).end("vide")],
    ["without a body", (response) => void response.end()],
    [
      "by a layer above that took its methods",
      (response) => {
        const write = response.write.bind(response);
        const end = response.end.bind(response);
        response.write = (chunk: string) => write(chunk.toUpperCase());
        response.end = () => end();
        response.setHeader("content-encoding", "gzip");
        response.write("vide");
        response.end();
      },
    ],
  ];

  it.each(ways)("sends another in place of a bad one %s: nothing of it but its cookies", async (_way, answer) => {
    work = (response) => {
      response.judge = bad;
      response.statusCode = 404;
      response.setHeader("x-old", "1");
      response.setHeader("set-cookie", ["a=1", "b=2"]);
      answer(response, response.req);
    };
    const got = await fetch(base());
    expect([got.status, await got.text()]).toEqual([404, "des mots"]);
    expect(got.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(Object.fromEntries(got.headers)).toMatchObject({ "x-whole": "1", "content-length": "8" });
    expect([got.headers.get("x-old"), got.headers.get("content-encoding")]).toEqual([null, null]);
  });

  it("tells the layers above that it is over, once the other is sent", async () => {
    const heard: string[] = [];
    work = (response) => {
      response.judge = bad;
      response.statusCode = 500;
      response.once("finish", () => heard.push("finish"));
      response.write("vide", () => heard.push("written"));
      response.end(() => heard.push("end"));
      response.end();
    };
    await (await fetch(base())).text();
    expect(heard.sort()).toEqual(["end", "finish", "written"]);
  });

  it("gives HEAD the same headers, and no body", async () => {
    work = (response) => {
      response.judge = bad;
      response.statusCode = 404;
      response.end();
    };
    const got = await fetch(base(), { method: "HEAD" });
    expect([got.status, got.headers.get("content-length"), await got.text()]).toEqual([404, "8", ""]);
  });
});
