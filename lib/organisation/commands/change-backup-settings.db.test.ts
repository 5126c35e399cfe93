import { eq } from "drizzle-orm";
import { backups, auditEvents } from "@/db/schema/platform";
import { portalSettings } from "@/db/schema/organisation";
import { anonymous, type Admin, type Agent, type System } from "@/lib/kernel/actor";
import { noteBackup } from "@/lib/upkeep/backups";
import { setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { env } from "@/lib/kernel/env";
import { NotFound } from "@/lib/kernel/errors";
import { backupSettingsKey } from "../settings/backup-settings";
import { getBackupState, isBackupDue } from "../queries/get-backup-state";
import { backupSettingsFormSchema } from "../schema/settings";
import { newAdmin } from "@/lib/staff/testing";
import { changeBackupSettings } from "./change-backup-settings";

const system: System = { kind: "system", job: "sauvegarde" };
const daily = { mode: "portal", hour: 3, kept: 7 } as const;
let admin: Admin;
let now = new Date("2026-11-10T12:00:00Z");
const restoreClock = setClock(() => now);

beforeAll(async () => {
  admin = await newAdmin();
});
beforeEach(async () => {
  env().BACKUP_DIR = "/mnt/sauvegardes";
  now = new Date("2026-11-10T12:00:00Z");
  await database().delete(portalSettings).where(eq(portalSettings.key, backupSettingsKey));
  await database().delete(backups);
});
afterAll(async () => {
  restoreClock();
  await database().$client.end();
});

const ended = (at: string, changes: Partial<Parameters<typeof noteBackup>[1]> = {}) =>
  noteBackup(system, {
    isDaily: true,
    startedAt: new Date(at),
    failure: null,
    bytes: 2_000_000,
    lines: 100,
    files: 3,
    ...changes,
  });

describe("changeBackupSettings", () => {
  it("writes who saves, when and how many are kept, and says it in the journal", async () => {
    expect((await changeBackupSettings(admin, daily)).ok).toBe(true);
    expect(await getBackupState(admin)).toMatchObject({ ...daily, hasFolder: true });
    const [event] = await database().select().from(auditEvents).where(eq(auditEvents.subjectId, backupSettingsKey));
    expect(event).toMatchObject({ verb: "settings.changed", details: daily, actorId: admin.agentId });
  });

  it("is for administrators alone, and so is what they read", async () => {
    for (const actor of [anonymous, { ...admin, kind: "agent" } satisfies Agent]) {
      await expect(changeBackupSettings(actor, daily)).rejects.toThrow(NotFound);
      await expect(getBackupState(actor)).rejects.toThrow(NotFound);
    }
  });

  it("does not promise what has no place to go", async () => {
    env().BACKUP_DIR = undefined;
    expect(await changeBackupSettings(admin, daily)).toMatchObject({ ok: false, reason: "no_folder" });
    expect((await changeBackupSettings(admin, { ...daily, mode: "elsewhere" })).ok).toBe(true);
    expect(await getBackupState(admin)).toMatchObject({ mode: "elsewhere", hasFolder: false });
  });

  it("reads what is typed, and says what is wrong", () => {
    expect(backupSettingsFormSchema.parse({ mode: "portal", hour: "23", kept: " 90 " })).toEqual({
      mode: "portal",
      hour: 23,
      kept: 90,
    });
    const wrong = backupSettingsFormSchema.safeParse({ mode: "both", hour: "24", kept: "0" });
    expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual(["mode", "hour", "kept"]);
  });
});

describe("isBackupDue", () => {
  it("is not, until the portal is told to make them and where", async () => {
    expect(await isBackupDue(system)).toBe(false);
    await changeBackupSettings(admin, { ...daily, mode: "elsewhere" });
    expect(await isBackupDue(system)).toBe(false);
    await changeBackupSettings(admin, daily);
    env().BACKUP_DIR = undefined;
    expect(await isBackupDue(system)).toBe(false);
  });

  it("is once a day from the hour of Paris that was set, also after a day that was missed", async () => {
    await changeBackupSettings(admin, daily);
    expect(await isBackupDue(system)).toBe(true);
    await ended("2026-11-10T02:17:00Z");
    for (const [at, isDue] of [
      ["2026-11-10T23:59:00Z", false],
      ["2026-11-11T01:59:00Z", false],
      ["2026-11-11T02:17:00Z", true],
      ["2026-11-14T00:30:00Z", true],
    ] as const) {
      now = new Date(at);
      expect([at, await isBackupDue(system)]).toEqual([at, isDue]);
    }
  });

  it("is while the last one is dated later than now: its clock ran ahead", async () => {
    await changeBackupSettings(admin, daily);
    await ended("2027-01-09T02:17:00Z");
    expect(await isBackupDue(system)).toBe(true);
    expect(await getBackupState(admin)).toMatchObject({ whole: null, isMissing: true });
    await ended("2026-11-10T02:17:00Z");
    expect(await isBackupDue(system)).toBe(false);
    expect(await getBackupState(admin)).toMatchObject({
      whole: { startedAt: new Date("2026-11-10T02:17:00Z") },
      isMissing: false,
    });
  });

  it("is again after a failure, and whatever the operator saved by hand", async () => {
    await changeBackupSettings(admin, daily);
    await ended("2026-11-10T02:17:00Z", { failure: "disk_full" });
    await ended("2026-11-10T09:00:00Z", { isDaily: false });
    expect(await isBackupDue(system)).toBe(true);
  });
});

describe("getBackupState", () => {
  it("says that the portal has no backup: none set, none yet, none for two days", async () => {
    expect(await getBackupState(admin)).toMatchObject({ mode: "none", whole: null, isMissing: true });
    await changeBackupSettings(admin, daily);
    expect((await getBackupState(admin)).isMissing).toBe(true);
    await ended("2026-11-08T12:01:00Z");
    expect((await getBackupState(admin)).isMissing).toBe(false);
    now = new Date("2026-11-10T12:02:00Z");
    expect((await getBackupState(admin)).isMissing).toBe(true);
  });

  it("is content with one made by hand, and with the word of an administrator that others make them", async () => {
    await ended("2026-11-10T09:00:00Z", { isDaily: false });
    expect(await getBackupState(admin)).toMatchObject({ mode: "none", isMissing: false });
    await database().delete(backups);
    await changeBackupSettings(admin, { ...daily, mode: "elsewhere" });
    expect((await getBackupState(admin)).isMissing).toBe(false);
  });

  it("tells the last that is whole, and the failure that came after it only", async () => {
    await ended("2026-11-09T02:17:00Z");
    await ended("2026-11-10T02:17:00Z", { failure: "no_folder", lines: 0 });
    expect(await getBackupState(admin)).toMatchObject({
      whole: { startedAt: new Date("2026-11-09T02:17:00Z"), lines: 100 },
      failed: { at: now, failure: "no_folder" },
    });
    await ended("2026-11-10T03:17:00Z");
    expect((await getBackupState(admin)).failed).toBeNull();
    const events = await database().select().from(auditEvents).where(eq(auditEvents.verb, "backup.failed"));
    expect(events.at(-1)).toMatchObject({ subjectId: "sauvegarde", details: { failure: "no_folder" } });
  });
});
