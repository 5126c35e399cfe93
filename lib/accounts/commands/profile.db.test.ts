import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/platform";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { newId, type AccountId, type SessionId } from "@/lib/shared/ids";
import { getProfile, getReadableProfile } from "../queries/get-profile";
import { addressSchema, contactSchema } from "../schema/citizen";
import { saveAddress } from "./save-address";
import { saveContact } from "./save-contact";
import { saveIdentity } from "./save-identity";
import { savePreferences } from "./save-preferences";

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
  return { kind: "citizen", accountId, sessionId: newId<SessionId>() };
}

const address = (given: Record<string, string>) => addressSchema.parse(given);
const contact = (given: Record<string, string>) => contactSchema.parse({ preferredContact: "email", ...given });
const verbsOf = async (id: AccountId) =>
  (await database().select({ verb: auditEvents.verb }).from(auditEvents).where(eq(auditEvents.subjectId, id))).map(
    ({ verb }) => verb,
  );

afterAll(() => database().$client.end());

describe("saveIdentity, saveAddress (F20)", () => {
  it("stores the commune in its official spelling, and only its own rubric", async () => {
    const actor = await citizen();
    await saveIdentity(actor, { civility: "madame", firstName: "Zoé", lastName: "D’Essai" });
    const given = { addressLine: "8 rue des Tilleuls", postalCode: "80 000", commune: "amiens" };
    expect(await saveAddress(actor, address(given))).toEqual({ ok: true, value: "saved" });
    expect(await getProfile(actor)).toMatchObject({
      civility: "madame",
      firstName: "Zoé",
      lastName: "D’Essai",
      addressLine: "8 rue des Tilleuls",
      postalCode: "80000",
      commune: "Amiens",
    });
    expect(await verbsOf(actor.accountId)).toEqual(["account.profile_changed", "account.profile_changed"]);
  });

  it("keeps what agents search in step with the name", async () => {
    const actor = await citizen();
    await saveIdentity(actor, { civility: "", firstName: "Éloïse", lastName: "Démonstration" });
    const [row] = await database().select().from(accounts).where(eq(accounts.id, actor.accountId));
    expect(row?.searchText).toContain("eloise demonstration");
  });

  it("finds the commune alone when the postal code has only one, and keeps any where the code is unknown", async () => {
    const actor = await citizen();
    await saveAddress(actor, address({ postalCode: "80000" }));
    expect(await getProfile(actor)).toMatchObject({ commune: "Amiens" });
    await saveAddress(actor, address({ postalCode: "99000", commune: "Belleval" }));
    expect(await getProfile(actor)).toMatchObject({ commune: "Belleval" });
  });

  it.each([
    ["54500", "Vandoeuvre-lès-Nancy", "Vandœuvre-lès-Nancy"],
    ["62560", "DENNEBROEUCQ", "Dennebrœucq"],
    ["93380", "Pierrefitte-sur-Seine", "Saint-Denis"],
    ["74600", "Seynod", "Annecy"],
    ["75016", "Paris 16e", "Paris"],
    ["75016", "PARIS 16E ARRONDISSEMENT", "Paris"],
    ["69003", "Lyon 3ème", "Lyon"],
    ["80080", "Amiens cedex 1", "Amiens"],
    ["80480", "Salouel", "Salouël"],
    ["57000", "Metz", "Metz"],
  ])("finds at %s the commune written « %s »: %s", async (postalCode, commune, official) => {
    const actor = await citizen();
    expect(await saveAddress(actor, address({ postalCode, commune }))).toMatchObject({ ok: true });
    expect(await getProfile(actor)).toMatchObject({ commune: official });
  });

  it("says that it lists some communes only, where a code has many", async () => {
    const many = await saveAddress(await citizen(), address({ postalCode: "51300" }));
    expect(many.ok ? "" : many.details?.commune?.replaceAll("\u00a0", " ")).toMatch(
      /, ou l’une des \d+ autres communes de ce code\.$/,
    );
    const few = await saveAddress(await citizen(), address({ postalCode: "80480" }));
    expect(few.ok ? "" : few.details?.commune).toMatch(/\u00a0: Bacouel-sur-Selle, .*Vers-sur-Selle\.$/);
  });

  it("refuses a commune that the postal code does not have, and writes nothing", async () => {
    const actor = await citizen();
    const result = await saveAddress(actor, address({ postalCode: "80000", commune: "Brest", addressLine: "x" }));
    expect(result).toMatchObject({ ok: false, reason: "invalid" });
    expect(result.ok ? [] : Object.keys(result.details ?? {})).toEqual(["commune"]);
    expect(await getProfile(actor)).toMatchObject({ addressLine: null });
  });

  it("empties what the person empties", async () => {
    const actor = await citizen();
    await saveAddress(actor, address({ addressLine: "chez moi" }));
    await saveAddress(actor, address({}));
    expect(await getProfile(actor)).toMatchObject({ addressLine: null, postalCode: null });
  });

  it("touches nobody else's account, and finds nothing for one that is not active", async () => {
    const [actor, neighbour] = [await citizen(), await citizen()];
    await saveAddress(actor, address({ addressLine: "chez moi" }));
    expect(await getProfile(neighbour)).toMatchObject({ addressLine: null });
    const suspended = await citizen("suspended");
    await expect(saveAddress(suspended, address({}))).rejects.toThrow("introuvable");
    await expect(saveContact(suspended, contact({}))).rejects.toThrow("introuvable");
  });
});

describe("saveContact (F20, F25, F70)", () => {
  it("stores telephones in international form, shows them as they are read, and keeps the preferred means", async () => {
    const actor = await citizen();
    const given = { phone: "03.22.00.00.00", mobile: "+32 470 12 34 56", preferredContact: "phone" };
    expect(await saveContact(actor, contact(given))).toEqual({ ok: true, value: null });
    expect(await getProfile(actor)).toMatchObject({
      phone: "+33322000000",
      mobile: "+32470123456",
      preferredContact: "phone",
    });
    expect(await getReadableProfile(actor)).toMatchObject({ phone: "03 22 00 00 00", mobile: "+32 470 12 34 56" });
    expect(await verbsOf(actor.accountId)).toEqual(["account.profile_changed"]);
  });

  it("says what is wrong beside each field, and writes nothing", async () => {
    const actor = await citizen();
    const wrong = contactSchema.safeParse({ preferredContact: "email", phone: "12", mobile: "abc" });
    expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual(["phone", "mobile"]);
    const unreachable = await saveContact(actor, contact({ preferredContact: "phone" }));
    expect(unreachable.ok ? [] : Object.keys(unreachable.details ?? {})).toEqual(["preferredContact"]);
    expect(await getProfile(actor)).toMatchObject({ phone: null, mobile: null, preferredContact: "email" });
  });
});

describe("savePreferences (F130)", () => {
  it("declines the optional letters left unticked, and never a legal one", async () => {
    const actor = await citizen();
    const notifications = ["demande.message", "demande.received", "inconnue"];
    expect(await savePreferences(actor, { notifications })).toEqual({
      ok: true,
      value: null,
    });
    expect(await getProfile(actor)).toMatchObject({
      mutedNotifications: ["demande.status", "draft.expiring"],
    });
    expect(await verbsOf(actor.accountId)).toEqual(["account.preferences_changed"]);
  });

  it("finds nothing for an account that is not active", async () => {
    await expect(savePreferences(await citizen("suspended"), { notifications: [] })).rejects.toThrow("introuvable");
  });
});
