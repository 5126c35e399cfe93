import { eq } from "drizzle-orm";
import { lastLink } from "@/db/test/traces";
import { accounts } from "@/db/schema/accounts";
import { anonymous, type Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { finaliseAccount } from "../commands/finalise-account";
import { inviteAccount } from "../commands/invite-account";

export { comeBack, lastLink, lettersTo, stopClock, travel, verbsOf } from "@/db/test/traces";

/** For the tests of this module: people at each step of an account; their letters and the clock stand in db/test/traces. */
export const password = "quatre moulins bleus sautent";
export const otherPassword = "cinq renards verts dansent";
export const names = { firstName: "Élodie", lastName: "D’Aubigné", terms: true as const };

let count = 0;
export const newEmail = () => `personne${(count += 1)}@example.org`;

export async function accountOf(email: string) {
  const [row] = await database().select().from(accounts).where(eq(accounts.email, email));
  if (!row) throw new Error("no account");
  return row;
}

export async function invited(email = newEmail()) {
  await inviteAccount(anonymous, { email, kind: "personal" });
  return { email, jeton: await lastLink(email) };
}

export async function active(email = newEmail(), chosen = password) {
  const { jeton } = await invited(email);
  const result = await finaliseAccount(
    anonymous,
    { ...names, password: chosen, passwordConfirmation: chosen, jeton },
    "Firefox sur Linux",
  );
  if (!result.ok) throw new Error(result.reason);
  const { session } = result.value;
  const citizen: Citizen = { kind: "citizen", accountId: session.accountId, sessionId: session.sessionId };
  return { email, citizen, ...result.value };
}
