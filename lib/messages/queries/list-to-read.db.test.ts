import { messages } from "@/db/schema/messages";
import { buildTown, fileDemande } from "@/db/test/filed-demande";
import { database } from "@/lib/kernel/database";
import { newId, type DemandeId, type MessageId } from "@/lib/shared/ids";
import { countMessagesToRead, listMessagesToRead } from "./list-to-read";

afterAll(() => database().$client.end());

const write = (demandeId: DemandeId, author: "citizen" | "agent", day: number, readAt: Date | null = null) =>
  database()
    .insert(messages)
    .values({
      id: newId<MessageId>(),
      demandeId,
      author,
      body: "Bonjour",
      sentAt: new Date(Date.UTC(2026, 10, day)),
      readAt,
    });

it("lists what citizens wrote and nobody opened, the oldest first, for the agents of the service alone", async () => {
  const town = await buildTown();
  const first = await fileDemande(town, "pending");
  const second = await fileDemande(town, "in_progress");
  await write(second.id, "citizen", 3);
  await write(first.id, "citizen", 2);
  await write(first.id, "citizen", 1, new Date("2026-11-02T00:00:00Z"));
  await write(first.id, "agent", 4);

  const toRead = await listMessagesToRead(town.agent);
  expect(toRead.map(({ number }) => number)).toEqual([first.number, second.number]);
  expect(await countMessagesToRead(town.agent)).toBe(2);
  expect(await listMessagesToRead(town.stranger)).toEqual([]);
  expect(await countMessagesToRead(town.stranger)).toBe(0);
});
