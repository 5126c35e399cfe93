import { createServer, get, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { socketAddressHeader } from "./client-address";
import { prepareServer } from "./server-start";

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
