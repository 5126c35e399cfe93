import { eq } from "drizzle-orm";
import { newGuest, submitted } from "@/db/test/citizen-demande";
import { buildTown } from "@/db/test/filed-demande";
import { demandes } from "@/db/schema/demandes";
import { outbox } from "@/db/schema/platform";
import { anonymous, type Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { issueRobotCode } from "@/lib/letters/commands/verify-robot-code";
import { askEmailChange, confirmEmailChange } from "@/lib/accounts/commands/change-email";
import { active, lastLink, newEmail, password } from "@/lib/accounts/testing/accounts";
import { copyOf } from "./plan";

afterAll(() => database().$client.end());

async function subjectsIn(citizen: Citizen, email: string) {
  const { courrielsEnvoyes } = (await copyOf(citizen, email)).data;
  return (courrielsEnvoyes as { objet: string }[]).map(({ objet }) => objet).sort();
}

describe("the letters in a copy of one's data", () => {
  it("are those to each address that the person had, and nobody else's", async () => {
    const { email, citizen } = await active();
    const address = newEmail();
    await askEmailChange(citizen, { email: address, currentPassword: password });
    await confirmEmailChange(anonymous, { jeton: await lastLink(address) });
    const next = await active(email);

    const mine = ["account.activation", "account.email", "account.email_changed", "account.email_warning"];
    expect(await subjectsIn(citizen, address)).toEqual([...mine, "account.welcome"]);
    expect(await subjectsIn(next.citizen, email)).toEqual(["account.activation", "account.welcome"]);
  });

  it("hold those of a demande filed before the account, and neither another's nor a code that anybody may ask for", async () => {
    await buildTown();
    const { email, citizen } = await active();
    const claimed = await submitted(newGuest());
    await submitted(newGuest());
    // Both applicants gave this address; one demande joined the account since.
    await database()
      .update(outbox)
      .set({ recipientHash: recipientHash(email) })
      .where(eq(outbox.kind, "demande.received"));
    await database().update(demandes).set({ accountId: citizen.accountId }).where(eq(demandes.id, claimed.demandeId));
    await issueRobotCode(anonymous, email);
    expect(await subjectsIn(citizen, email)).toEqual(["account.activation", "account.welcome", "demande.received"]);
  });
});
