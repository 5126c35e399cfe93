import { eq } from "drizzle-orm";
import { addCitizen, addDemarche, startedDraft, submitted, valueOf, waitingMails } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { saveIdentity } from "@/lib/accounts/commands/save-identity";
import { identitySchema } from "@/lib/accounts/schema/citizen";
import { getProfile } from "@/lib/accounts/queries/get-profile";
import { database } from "@/lib/kernel/database";
import { carriedFrom } from "../draft/carried";
import { getDraft } from "../queries/find-draft";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
  await addDemarche(town, "un-nom");
});

/** Somebody whose account says « Je n’ai qu’un seul nom ». */
async function withOneName() {
  const citizen = await addCitizen("un-nom");
  const input = identitySchema.parse({ firstName: "", lastName: "Soekarno", hasOneName: "yes" });
  valueOf(await saveIdentity(citizen, input));
  return citizen;
}

describe("an account of somebody with one name", () => {
  it("keeps one, and fills it in a demande with the box ticked: nothing is asked again", async () => {
    const citizen = await withOneName();
    expect(await getProfile(citizen)).toMatchObject({ firstName: "", lastName: "Soekarno" });
    const [row] = await database().select().from(accounts).where(eq(accounts.id, citizen.accountId));
    expect(row?.firstName).toBeNull();
    const draft = await startedDraft(citizen, "un-nom");
    const { answers } = await getDraft(citizen, draft);
    expect(answers.applicant).toMatchObject({ firstName: { waived: true }, lastName: "Soekarno" });
    expect(carriedFrom(answers)).toMatchObject({ firstName: "", lastName: "Soekarno" });
  });

  it("is called by it, wherever somebody is named", async () => {
    const citizen = await addCitizen("un-seul-nom");
    valueOf(
      await saveIdentity(citizen, identitySchema.parse({ lastName: "Soekarno", firstName: "", hasOneName: "yes" })),
    );
    const { demandeId } = await submitted(citizen, "un-nom");
    const [row] = await database().select().from(demandes).where(eq(demandes.id, demandeId));
    expect(row?.number).toBeTruthy();
    const letter = (await waitingMails()).at(-1);
    expect(JSON.stringify(letter)).not.toMatch(/null|undefined|\[object/);
    expect(JSON.stringify(letter)).toContain("Bonjour Soekarno");
  });
});
