import { outbox } from "@/db/schema/platform";
import { buildTown, fileDemande, type Town } from "@/db/test/filed-demande";
import { listFailedLetters, listUntold } from "@/lib/demandes/queries/list-failed-letters";
import { makeNumber } from "@/lib/demandes/rules/number";
import { database } from "@/lib/kernel/database";
import { newId, type AccountId, type MailId } from "@/lib/shared/ids";
import { listMails } from "../queries/list-mails";

let town: Town;
beforeAll(async () => void (town = await buildTown()));
afterAll(() => database().$client.end());

async function addLetter(key: string, kind: string, state: "failed" | "sent", accountId: AccountId | null = null) {
  const at = new Date("2026-11-23T10:00:00Z");
  const row = {
    id: newId<MailId>(),
    key,
    kind,
    accountId,
    recipientHash: "h",
    state,
    attempts: 48,
    lastError: "smtp: EENVELOPE 550",
  };
  await database()
    .insert(outbox)
    .values({ ...row, createdAt: at, nextAttemptAt: at });
  return row.id;
}

it("a letter that failed names the demande or the account and the person; one that left names nobody", async () => {
  const number = makeNumber(2026, new Uint8Array([1, 2, 3, 4, 5, 6, 7]));
  const { id } = await fileDemande(town, "validated", { number, applicantName: "Camille Exemple" });
  const decided = await addLetter(`demande:${id}:validated:1`, "demande.decided", "failed", town.accountId);
  const suspended = await addLetter("account.suspended:x:1", "account.suspended", "failed", town.accountId);
  const other = await addLetter("agent.task_silent:x:courriels", "agent.task_silent", "failed");
  await addLetter(`demande:${id}:received:1`, "demande.received", "sent", town.accountId);

  const about = new Map((await listMails(town.admin, { state: "failed" })).lines.map((line) => [line.id, line.about]));
  expect(about.get(decided)).toEqual({ kind: "demande", number, person: "Camille Exemple" });
  expect(about.get(suspended)).toEqual({ kind: "account", accountId: town.accountId, person: "Camille Exemple" });
  expect(about.get(other)).toBeNull();
  const sent = await listMails(town.admin, { state: "sent" });
  expect(sent.lines.map((line) => line.about)).toEqual([null]);
  expect(JSON.stringify(sent)).not.toContain(id);

  expect(await listFailedLetters(town.agent, id)).toMatchObject([
    { kind: "demande.decided", error: "smtp: EENVELOPE 550" },
  ]);
  expect(await listFailedLetters(town.stranger, id)).toEqual([]);
  await addLetter(`demande:${id}:validated:2`, "demande.decided", "failed", town.accountId);
  for (const reader of [town.agent, town.admin])
    expect(await listUntold(reader)).toEqual([{ number, person: "Camille Exemple" }]);
  expect(await listUntold(town.stranger)).toEqual([]);
});
