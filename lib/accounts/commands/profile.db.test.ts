import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/platform";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { newId, type AccountId, type SessionId } from "@/lib/shared/ids";
import { getProfile, getReadableProfile } from "../queries";
import { profileSchema } from "../schema";
import { savePreferences } from "./save-preferences";
import { saveProfile } from "./save-profile";

async function citizen(status: "active" | "suspended" = "active"): Promise<Citizen> {
  const accountId = newId<AccountId>();
  await database()
    .insert(accounts)
    .values({
      id: accountId,
      status,
      email: `${accountId}@example.org`,
      firstName: "Camille",
      lastName: "Démonstration",
      createdAt: new Date(),
    });
  return { kind: "citizen", accountId, sessionId: newId<SessionId>(), guest: null };
}

const input = (given: Record<string, string>) =>
  profileSchema.parse({ firstName: "Camille", lastName: "Démonstration", ...given });
const verbsOf = async (id: AccountId) =>
  (await database().select({ verb: auditEvents.verb }).from(auditEvents).where(eq(auditEvents.subjectId, id))).map(
    ({ verb }) => verb,
  );

afterAll(() => database().$client.end());

describe("saveProfile (F20)", () => {
  it("stores telephones in international form and the commune in its official spelling", async () => {
    const actor = await citizen();
    const given = {
      civility: "madame",
      addressLine: "8 rue des Tilleuls",
      postalCode: "80 000",
      commune: "amiens",
      phone: "03.22.00.00.00",
      mobile: "+32 470 12 34 56",
    };
    expect(await saveProfile(actor, input(given))).toEqual({ ok: true, value: null });
    expect(await getProfile(actor)).toMatchObject({
      civility: "madame",
      postalCode: "80000",
      commune: "Amiens",
      phone: "+33322000000",
      mobile: "+32470123456",
    });
    expect(await getReadableProfile(actor)).toMatchObject({ phone: "03 22 00 00 00", mobile: "+32 470 12 34 56" });
    expect(await verbsOf(actor.accountId)).toEqual(["account.profile_changed"]);
  });

  it("finds the commune alone when the postal code has only one, and keeps any where the code is unknown", async () => {
    const actor = await citizen();
    await saveProfile(actor, input({ postalCode: "80000" }));
    expect(await getProfile(actor)).toMatchObject({ commune: "Amiens" });
    await saveProfile(actor, input({ postalCode: "99000", commune: "Belleval" }));
    expect(await getProfile(actor)).toMatchObject({ commune: "Belleval" });
  });

  it("empties what the person empties", async () => {
    const actor = await citizen();
    await saveProfile(actor, input({ mobile: "06 39 98 00 01" }));
    await saveProfile(actor, input({}));
    expect(await getProfile(actor)).toMatchObject({ mobile: null, addressLine: null, civility: null });
  });

  it("says what is wrong beside each field, and writes nothing", async () => {
    const actor = await citizen();
    const result = await saveProfile(
      actor,
      input({ postalCode: "80000", commune: "Brest", phone: "12", mobile: "abc", addressLine: "x" }),
    );
    expect(result).toMatchObject({ ok: false, reason: "invalid" });
    expect(result.ok ? [] : Object.keys(result.details ?? {}).toSorted()).toEqual(["commune", "mobile", "phone"]);
    expect(await getProfile(actor)).toMatchObject({ addressLine: null });
  });

  it("touches nobody else's account, and finds nothing for one that is not active", async () => {
    const [actor, neighbour] = [await citizen(), await citizen()];
    await saveProfile(actor, input({ addressLine: "chez moi" }));
    expect(await getProfile(neighbour)).toMatchObject({ addressLine: null });
    await expect(saveProfile(await citizen("suspended"), input({}))).rejects.toThrow("introuvable");
  });
});

describe("savePreferences (F25, F130)", () => {
  it("declines the optional letters left unticked, and never a legal one", async () => {
    const actor = await citizen();
    const notifications = ["demande.message", "demande.received", "inconnue"];
    expect(await savePreferences(actor, { preferredContact: "post", notifications })).toEqual({
      ok: true,
      value: null,
    });
    expect(await getProfile(actor)).toMatchObject({
      preferredContact: "post",
      mutedNotifications: ["demande.status", "draft.expiring"],
    });
    expect(await verbsOf(actor.accountId)).toEqual(["account.preferences_changed"]);
  });

  it("finds nothing for an account that is not active", async () => {
    await expect(
      savePreferences(await citizen("suspended"), { preferredContact: "email", notifications: [] }),
    ).rejects.toThrow("introuvable");
  });
});
