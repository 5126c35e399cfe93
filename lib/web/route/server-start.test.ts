import { createServer, get, request, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { socketAddressHeader } from "./client-address";
import { prepareServer } from "./server-start";

afterAll(() => process.setUncaughtExceptionCaptureCallback(null));

it("writes the socket's address over whatever the client sent under its name", async () => {
  prepareServer();
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    response.end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((over) =>
    get({ port, host: "127.0.0.1", headers: { [socketAddressHeader]: "8.8.8.8" } }, (answer) =>
      answer.resume().on("end", over),
    ),
  );
  await new Promise((closed) => server.close(closed));
  expect(seen[0]?.[socketAddressHeader]).toBe("127.0.0.1");
});

it("leads who posted a form on to read, never to post it again; who reads, and a script, are left as they are", async () => {
  prepareServer();
  const server = createServer(({ url }, response) => {
    if (url === "/implicite") response.statusCode = 307;
    response.setHeader("location", "/demandes/confirmation");
    if (url === "/explicite") response.writeHead(307, { "x-essai": "1" });
    if (url === "/accepte") response.writeHead(202);
    response.end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const ask = (method: string, path: string) =>
    new Promise<number | undefined>((told) =>
      request({ port, host: "127.0.0.1", method, path }, (answer) => {
        answer.resume().on("end", () => told(answer.statusCode));
      }).end(),
    );
  expect(await ask("POST", "/implicite")).toBe(303);
  expect(await ask("POST", "/explicite")).toBe(303);
  expect(await ask("POST", "/accepte")).toBe(202);
  expect(await ask("GET", "/implicite")).toBe(307);
  await new Promise((closed) => server.close(closed));
});
