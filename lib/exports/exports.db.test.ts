import { eq } from "drizzle-orm";
import { addCitizen } from "@/db/test/citizen-demande";
import { accountExports, accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/platform";
import { comeBack, stopClock, password, travel } from "@/lib/accounts/testing/accounts";
import { eraseForgottenBlobs } from "@/lib/files/jobs/erase-blobs";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { newId, type SessionId } from "@/lib/shared/ids";
import { storage } from "@/lib/ports/storage";
import { askExport } from "./commands/ask-export";
import { openExports } from "./commands/open-exports";
import { readExport } from "./commands/read-export";
import { eraseExpiredExports, reviveExports } from "./jobs";
import { getExports } from "./queries";
import { asked, limits, makeExports, newCitizen, openZip, rowOf, system } from "./testing";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(60_000);

const day = 24 * 60;
beforeEach(stopClock);
afterEach(comeBack);

describe("asking", () => {
  it("refuses a second one while the first is made, and a fourth in a day", async () => {
    const citizen = await newCitizen();
    for (let time = 0; time < 3; time += 1) {
      await asked(citizen);
      expect(await askExport(citizen, { currentPassword: password })).toMatchObject({
        ok: false,
        reason: "already_running",
      });
      await makeExports();
    }
    expect(await askExport(citizen, { currentPassword: password })).toMatchObject({ ok: false, reason: "too_many" });
    expect((await getExports(citizen)).can.ask).toBe(false);
    expect((await getExports(citizen)).ready).toHaveLength(3);
    travel(day + 1);
    expect((await getExports(citizen)).can.ask).toBe(true);
    await asked(citizen);
    await makeExports();
    comeBack();
  });

  it("is not refused for what was asked while the clock ran ahead", async () => {
    const citizen = await newCitizen();
    travel(3 * day);
    for (let time = 0; time < 3; time += 1) {
      await asked(citizen);
      await makeExports();
    }
    comeBack();
    expect((await getExports(citizen)).can.ask).toBe(true);
    await asked(citizen);
    await makeExports();
  });

  it("refuses a wrong password, counted like those of a sign-in, and who has none", async () => {
    const citizen = await newCitizen();
    const wrong = () => askExport(citizen, { currentPassword: "un autre mot de passe" });
    for (let tries = 0; tries < 5; tries += 1) expect(await wrong()).toMatchObject({ reason: "wrong_password" });
    expect(await wrong()).toMatchObject({ reason: "delayed" });
    expect((await getExports(citizen)).latest).toBeNull();
    expect(await askExport(await addCitizen("sans-mot-de-passe"), { currentPassword: password })).toMatchObject({
      reason: "wrong_password",
    });
  });

  it.each(["suspended", "frozen"] as const)("is not for an account that is %s meanwhile", async (status) => {
    const citizen = await newCitizen();
    await database().update(accounts).set({ status }).where(eq(accounts.id, citizen.accountId));
    await expect(askExport(citizen, { currentPassword: password })).rejects.toThrow(NotFound);
  });

  it("is made once the account is no longer frozen, and told to nobody before", async () => {
    const citizen = await newCitizen();
    const setStatus = (status: "active" | "frozen") =>
      database().update(accounts).set({ status }).where(eq(accounts.id, citizen.accountId));
    expect((await askExport(citizen, { currentPassword: password })).ok).toBe(true);
    await setStatus("frozen");
    await makeExports();
    const state = async () => {
      const [row] = await database()
        .select()
        .from(accountExports)
        .where(eq(accountExports.accountId, citizen.accountId));
      return row?.state;
    };
    expect(await state()).toBe("waiting");
    expect(await reviveExports(system)).toBe(0);
    await setStatus("active");
    expect(await reviveExports(system)).toBe(1);
    await makeExports();
    expect(await state()).toBe("ready");
  });

  it("takes one of two presses at once", async () => {
    const citizen = await newCitizen();
    const both = await Promise.all([
      askExport(citizen, { currentPassword: password }),
      askExport(citizen, { currentPassword: password }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    await makeExports();
  });
});

describe("downloading", () => {
  it("is for the owner alone, once it is ready, for a week", async () => {
    const [citizen, other] = [await newCitizen(), await newCitizen()];
    const exportId = await asked(citizen);
    await expect(readExport(citizen, { exportId })).rejects.toThrow(NotFound);
    await makeExports();
    await expect(readExport(other, { exportId })).rejects.toThrow(NotFound);
    expect((await getExports(other)).ready).toEqual([]);
    await openZip(citizen, exportId);
    travel(7 * day + 1);
    await expect(readExport(citizen, { exportId })).rejects.toThrow(NotFound);
    comeBack();
  });

  it("is over after a week: the row and the bytes are erased", async () => {
    const citizen = await newCitizen();
    const exportId = await asked(citizen);
    await makeExports();
    const { storageKey } = await rowOf(exportId);
    expect(await eraseExpiredExports(system, limits())).toBe(0);
    travel(7 * day + 1);
    expect(await eraseExpiredExports(system, limits())).toBeGreaterThan(0);
    await eraseForgottenBlobs((key) => storage().delete(key), limits());
    expect(await storage().exists(storageKey ?? "")).toBe(false);
    await expect(rowOf(exportId)).rejects.toThrow("no export");
    expect((await getExports(citizen)).latest).toBeNull();
    comeBack();
  });
});

describe("another session of the same account", () => {
  const elsewhere = (citizen: Citizen): Citizen => ({ ...citizen, sessionId: newId<SessionId>() });
  const verbsOf = async ({ accountId }: Citizen) =>
    (await database().select().from(auditEvents).where(eq(auditEvents.subjectId, accountId))).map(({ verb }) => verb);

  it("takes no copy until it recalls the password; the session that asked then takes none", async () => {
    const citizen = await newCitizen();
    const other = elsewhere(citizen);
    const exportId = await asked(citizen);
    await makeExports();
    expect((await getExports(citizen)).ready).toMatchObject([{ id: exportId, isOpen: true }]);
    expect((await getExports(other)).ready).toMatchObject([{ id: exportId, isOpen: false }]);
    await expect(readExport(other, { exportId })).rejects.toThrow(NotFound);
    expect(await openExports(other, { currentPassword: "un autre mot de passe" })).toMatchObject({
      reason: "wrong_password",
    });
    await expect(readExport(other, { exportId })).rejects.toThrow(NotFound);
    expect(await openExports(other, { currentPassword: password })).toEqual({ ok: true, value: { opened: 1 } });
    await openZip(other, exportId);
    expect(await verbsOf(citizen)).toContain("account.export_opened");
    await expect(readExport(citizen, { exportId })).rejects.toThrow(NotFound);
  });

  it("opens what is its own account’s and ready alone", async () => {
    const [citizen, stranger] = [await newCitizen(), await newCitizen()];
    const exportId = await asked(citizen);
    await expect(openExports(elsewhere(citizen), { currentPassword: password })).rejects.toThrow(NotFound);
    await makeExports();
    await expect(openExports(stranger, { currentPassword: password })).rejects.toThrow(NotFound);
    travel(7 * day + 1);
    await expect(openExports(elsewhere(citizen), { currentPassword: password })).rejects.toThrow(NotFound);
    comeBack();
    await openZip(citizen, exportId);
    expect(await verbsOf(citizen)).not.toContain("account.export_opened");
  });
});
