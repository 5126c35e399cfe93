import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { portalSettings } from "@/db/schema/organisation";
import { database } from "@/lib/kernel/database";
import { getAccountSheet } from "../queries/get-account-sheet";
import { addressSchema, contactSchema } from "../schema/citizen";
import { active, names, verbsOf } from "../testing/accounts";
import { saveAddress } from "./save-address";
import { saveContact } from "./save-contact";
import { saveIdentity } from "./save-identity";
import { withdrawChanges } from "./withdraw-changes";

async function validate(validatedByAgent: boolean) {
  const value = { validatedByAgent };
  await database()
    .insert(portalSettings)
    .values({ key: "accounts", value, updatedAt: new Date() })
    .onConflictDoUpdate({ target: portalSettings.key, set: { value } });
}

const identity = (given: Partial<{ civility: "" | "madame"; lastName: string }> = {}) => ({
  civility: "" as const,
  firstName: names.firstName,
  lastName: names.lastName,
  ...given,
});
const address = (given: Record<string, string>) => addressSchema.parse(given);

beforeEach(() => validate(true));
afterAll(async () => {
  await validate(false);
  await database().$client.end();
});

describe("an account that agents validate (T11, F44)", () => {
  it("keeps an edit of identity apart until an agent accepts it", async () => {
    const { citizen } = await active();
    expect(await saveIdentity(citizen, identity({ lastName: "Martin" }))).toEqual({ ok: true, value: "held" });
    expect(await getAccountSheet(citizen)).toMatchObject({ lastName: names.lastName, pending: { lastName: "Martin" } });
    expect(await verbsOf(citizen.accountId)).toContain("account.changes_asked");
    expect(await verbsOf(citizen.accountId)).not.toContain("account.profile_changed");
  });

  it("merges a second edit, of the same rubric or of the other", async () => {
    const { citizen } = await active();
    await saveIdentity(citizen, identity({ lastName: "Martin" }));
    await saveAddress(citizen, address({ addressLine: "8 rue des Tilleuls", postalCode: "80000" }));
    await saveIdentity(citizen, identity({ lastName: "Martin", civility: "madame" }));
    expect((await getAccountSheet(citizen)).pending).toEqual({
      lastName: "Martin",
      civility: "madame",
      addressLine: "8 rue des Tilleuls",
      postalCode: "80000",
      commune: "Amiens",
    });
  });

  it("lets nothing wait once the person comes back to what the account says", async () => {
    const { citizen } = await active();
    await saveIdentity(citizen, identity({ lastName: "Martin" }));
    expect(await saveIdentity(citizen, identity())).toEqual({ ok: true, value: "saved" });
    expect((await getAccountSheet(citizen)).pending).toBeNull();
    expect((await verbsOf(citizen.accountId)).slice(-2)).toEqual([
      "account.changes_asked",
      "account.changes_withdrawn",
    ]);
  });

  it("asks nothing twice: the same edit again leaves no second line in the journal", async () => {
    const { citizen } = await active();
    await saveIdentity(citizen, identity({ lastName: "Martin" }));
    const before = await verbsOf(citizen.accountId);
    expect(await saveIdentity(citizen, identity({ lastName: "Martin" }))).toEqual({ ok: true, value: "held" });
    expect(await verbsOf(citizen.accountId)).toEqual(before);
  });

  it("never holds the means of contact", async () => {
    const { citizen } = await active();
    await saveContact(citizen, contactSchema.parse({ mobile: "06 39 98 00 01", preferredContact: "phone" }));
    expect(await getAccountSheet(citizen)).toMatchObject({ mobile: "06 39 98 00 01", pending: null });
  });

  it("is withdrawn by its owner alone", async () => {
    const [{ citizen }, { citizen: neighbour }] = [await active(), await active()];
    await saveIdentity(citizen, identity({ lastName: "Martin" }));
    expect(await withdrawChanges(neighbour)).toEqual({ ok: true, value: "answered" });
    expect((await getAccountSheet(citizen)).pending).toEqual({ lastName: "Martin" });
    expect(await withdrawChanges(citizen)).toEqual({ ok: true, value: "withdrawn" });
    expect(await getAccountSheet(citizen)).toMatchObject({ lastName: names.lastName, pending: null });
    expect(await verbsOf(citizen.accountId)).toContain("account.changes_withdrawn");
  });

  it("says that an agent answered first, and finds nothing for an account no longer active", async () => {
    const { citizen } = await active();
    expect(await withdrawChanges(citizen)).toEqual({ ok: true, value: "answered" });
    await database().update(accounts).set({ status: "suspended" }).where(eq(accounts.id, citizen.accountId));
    await expect(withdrawChanges(citizen)).rejects.toThrow("introuvable");
  });

  it("applies an edit at once when the town no longer validates, and drops what waited of the same rubric", async () => {
    const { citizen } = await active();
    await saveIdentity(citizen, identity({ lastName: "Martin" }));
    await saveAddress(citizen, address({ addressLine: "8 rue des Tilleuls" }));
    await validate(false);
    expect(await saveIdentity(citizen, identity({ lastName: "Durand" }))).toEqual({ ok: true, value: "saved" });
    expect(await getAccountSheet(citizen)).toMatchObject({
      lastName: "Durand",
      pending: { addressLine: "8 rue des Tilleuls" },
    });
  });
});
