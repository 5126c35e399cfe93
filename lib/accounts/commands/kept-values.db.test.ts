import { eq } from "drizzle-orm";
import { addCitizen, valueOf } from "@/db/test/citizen-demande";
import { accounts } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { newId } from "@/lib/shared/ids";
import { addressFormSchema, contactFormSchema, identityFormSchema } from "../schema/citizen";
import { writePending } from "../profile/change-held";
import { saveAddress } from "./save-address";
import { saveContact } from "./save-contact";
import { saveIdentity } from "./save-identity";

/** An account whose values were accepted by older rules. */
const old = {
  firstName: "Marie2",
  lastName: "Dupont (née Martin)",
  addressLine: "3 rue A\nBât. B",
  addressExtra: "🏠",
  postalCode: "80480",
  commune: "Commune Réunie",
  phone: "+33123",
  mobile: null,
};
let citizen: Citizen;
const rowOf = async () => (await database().select().from(accounts).where(eq(accounts.id, citizen.accountId)))[0];

beforeEach(async () => {
  citizen = await addCitizen(`ancien-${newId()}`);
  await database().update(accounts).set(old).where(eq(accounts.id, citizen.accountId));
});

describe("an account with values of before", () => {
  it("changes its civility, its complement, its mobile, and keeps the rest as it is", async () => {
    const names = { firstName: old.firstName, lastName: old.lastName, civility: "madame" };
    valueOf(await saveIdentity(citizen, identityFormSchema.parse(names)));
    const { postalCode, commune } = old;
    const address = { addressLine: "3 rue ABât. B", addressExtra: "2e étage", postalCode, commune };
    valueOf(await saveAddress(citizen, addressFormSchema.parse(address)));
    const contact = { phone: old.phone, mobile: "06 12 34 56 78", preferredContact: "email" };
    valueOf(await saveContact(citizen, contactFormSchema.parse(contact)));
    expect(await rowOf()).toMatchObject({
      ...old,
      civility: "madame",
      addressExtra: "2e étage",
      mobile: "+33612345678",
    });
  });

  it("is judged on all that it changes, as any other", async () => {
    const before = await rowOf();
    const identity = identityFormSchema.parse({ firstName: "Marie3", lastName: old.lastName });
    expect(await saveIdentity(citizen, identity)).toMatchObject({
      reason: "invalid",
      details: { firstName: expect.stringContaining("lettres") as string },
    });
    const { addressLine, addressExtra, postalCode, commune } = old;
    for (const [changed, control] of [
      [{ addressLine: "4 rue 🏠" }, "addressLine"],
      [{ postalCode: "2A000" }, "postalCode"],
      [{ commune: "Commune Réunies" }, "commune"],
      [{ postalCode: "80000" }, "commune"],
    ] as const) {
      const posted = addressFormSchema.parse({ addressLine, addressExtra, postalCode, commune, ...changed });
      expect(await saveAddress(citizen, posted)).toMatchObject({
        reason: "invalid",
        details: { [control]: expect.any(String) as string },
      });
    }
    const contact = contactFormSchema.parse({ phone: "+33124", preferredContact: "email" });
    expect(await saveContact(citizen, contact)).toMatchObject({ details: { phone: expect.any(String) as string } });
    expect(await rowOf()).toEqual(before);
  });

  it("goes on from what waits for an agent, and from no place made of both", async () => {
    await database().transaction((tx) =>
      writePending(tx, citizen.accountId, { postalCode: "80000", commune: "Quartier Réuni" }),
    );
    const { addressLine, addressExtra } = old;
    const at = (postalCode: string, commune: string) =>
      saveAddress(citizen, addressFormSchema.parse({ addressLine, addressExtra, postalCode, commune }));
    expect(await at("80480", "Quartier Réuni")).toMatchObject({ reason: "invalid" });
    expect(await at("80000", "Quartier Réuni")).toMatchObject({ ok: true });
  });
});
