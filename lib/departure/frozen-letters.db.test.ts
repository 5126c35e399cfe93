import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq, ne, or } from "drizzle-orm";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { accounts } from "@/db/schema/accounts";
import { outbox } from "@/db/schema/platform";
import { anonymous } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { samples } from "@/lib/letters/wording/samples";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { active, comeBack } from "@/lib/accounts/testing/accounts";
import { freeze } from "@/lib/accounts/testing/recovery";
import { askFollowLink } from "@/lib/demandes/commands/ask-follow-link";
import { notify } from "@/lib/notifications/steps/notify";
import { accountMailKinds } from "@/lib/vocabulary/mail-kinds";
import { demandeIn, demandeRow } from "./testing/leaver";
import { writers } from "./testing/letters";

// Every act that writes to an account, one after the other.
jest.setTimeout(60_000);

let folder: string;
let town: Town;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parvis-frozen-"));
  process.env.PARVIS_DATA_DIR = folder;
  town = await buildTown();
});
afterEach(comeBack);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("an account that is frozen", () => {
  it("is written nothing, whatever anybody does, but what both parties are told", async () => {
    const person = await active();
    const { accountId } = person.citizen;
    await freeze({ ...person.citizen, email: person.email });
    const written = () => database().select({ key: outbox.key, kind: outbox.kind }).from(outbox).where(isTheirs);
    const isTheirs = and(
      or(eq(outbox.accountId, accountId), eq(outbox.recipientHash, recipientHash(person.email))),
      ne(outbox.kind, "robot.code"),
    );
    await database().update(outbox).set({ state: "sent" }).where(isTheirs);
    const before = await written();
    expect(before.map(({ kind }) => kind)).toContain("account.frozen");
    for (const kind of accountMailKinds.filter((each) => each !== "account.frozen" && each !== "account.reopened")) {
      await database().update(accounts).set({ status: "frozen" }).where(eq(accounts.id, accountId));
      // Most find no account that they may act on: what matters is that nothing leaves.
      await writers[kind](person).catch(() => undefined);
      comeBack();
      expect({ kind, written: await written() }).toEqual({ kind, written: before });
    }
  });

  it("is told of its demandes in the portal, and by no letter", async () => {
    const person = await active();
    const demande = await demandeIn(town, person.citizen, "pending");
    await freeze({ ...person.citizen, email: person.email });
    const notice = {
      kind: "demande.taken" as const,
      key: "essai",
      facts: samples["demande.taken"],
      path: "/espace",
    };
    const { accountId } = person.citizen;
    expect(await database().transaction((tx) => notify(tx, { accountId }, notice))).toBe(true);
    const letters = await database().select({ kind: outbox.kind }).from(outbox).where(eq(outbox.accountId, accountId));
    expect(letters.map(({ kind }) => kind)).not.toContain("demande.status");
    const number = (await demandeRow(demande.id))?.number;
    expect(await askFollowLink(anonymous, { number: number ?? "", email: person.email })).toEqual({
      ok: true,
      value: null,
    });
    expect(await database().$count(outbox, eq(outbox.kind, "demande.follow"))).toBe(0);
  });
});
