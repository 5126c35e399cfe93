import { eq } from "drizzle-orm";
import { addCitizen, addDemarche, journalOf, newGuest, valueOf } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { changeAccountSettings } from "@/lib/organisation/commands/change-account-settings";
import { addDays } from "@/lib/shared/calendar";
import { isoDay } from "@/lib/shared/dates";
import { both, draftFor, severalServices, slug, submit } from "../testing/together";
import { submitDemande } from "./submit-demande";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
  await addDemarche(town, slug, {}, severalServices);
});

describe("the account's address", () => {
  const addressOf = async (accountId: typeof town.accountId) => {
    const [row] = await database()
      .select({ line: accounts.addressLine, commune: accounts.commune, pending: accounts.pendingProfile })
      .from(accounts)
      .where(eq(accounts.id, accountId));
    return row;
  };
  const tomorrow = () => addDays(isoDay(clock.now()), 1);
  const yes = { updatesAccount: "yes" } as const;

  it("is never written unasked", async () => {
    const citizen = await addCitizen("sans-case");
    const demandeId = await draftFor(citizen, slug, { services: both });
    expect(valueOf(await submitDemande(citizen, submit(demandeId))).address).toBeUndefined();
    expect((await addressOf(citizen.accountId))?.line).toBeNull();
  });

  it("is written with the filing when the box is ticked, in the official spelling, with its line in the journal", async () => {
    const citizen = await addCitizen("avec-case");
    const demandeId = await draftFor(citizen, slug, { services: both, commune: "AJACCIO" });
    expect(valueOf(await submitDemande(citizen, submit(demandeId, yes))).address).toBe("saved");
    expect(await addressOf(citizen.accountId)).toMatchObject({ line: "2 place du Marché", commune: "Ajaccio" });
    expect(await journalOf(citizen.accountId, "account.profile_changed")).toHaveLength(1);
  });

  it("waits for the day of the move, and says so", async () => {
    const citizen = await addCitizen("demain");
    const demandeId = await draftFor(citizen, slug, { services: both, from: tomorrow() });
    expect(valueOf(await submitDemande(citizen, submit(demandeId, yes))).address).toBe("later");
    expect((await addressOf(citizen.accountId))?.line).toBeNull();
  });

  it("waits for an agent where accounts are validated (T11)", async () => {
    const citizen = await addCitizen("validee");
    const demandeId = await draftFor(citizen, slug, { services: both });
    await changeAccountSettings(town.admin, { validatedByAgent: true });
    const { address } = valueOf(await submitDemande(citizen, submit(demandeId, yes)));
    await changeAccountSettings(town.admin, { validatedByAgent: false });
    expect(address).toBe("held");
    expect(await addressOf(citizen.accountId)).toMatchObject({ line: null, pending: { commune: "Ajaccio" } });
  });

  it("refuses the whole when the account would refuse the address, and files nothing", async () => {
    const citizen = await addCitizen("introuvable");
    const demandeId = await draftFor(citizen, slug, { services: both, commune: "Nullepart" });
    const result = await submitDemande(citizen, submit(demandeId, yes));
    expect(result).toMatchObject({ ok: false, reason: "invalid" });
    expect(!result.ok && Object.keys(result.details ?? {})).toEqual(["adresse.after.commune"]);
    const rows = await database().select().from(demandes).where(eq(demandes.accountId, citizen.accountId));
    expect(rows).toMatchObject([{ status: "draft" }]);
  });

  it("is nobody's without account", async () => {
    const guest = newGuest();
    const demandeId = await draftFor(guest, slug, { services: both });
    const filing = valueOf(await submitDemande(guest, submit(demandeId, { ...yes, robot: "passed" })));
    expect(filing.address).toBeUndefined();
  });
});
