import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { newWrappedKey } from "@/lib/kernel/crypto";
import { hashPassword, isPassword } from "@/lib/proofs/password";
import { transact } from "@/lib/kernel/transact";
import { newId, type AccountId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import type { Civility } from "@/lib/vocabulary/roles";
import { accountSearchText } from "../profile/write-profile";
import { allocateUsername } from "./finalise-account";

export type RegisterAccount = {
  email: string;
  password: string;
  civility: Civility;
  firstName: string;
  lastName: string;
  addressLine: string;
  postalCode: string;
  commune: string;
  mobile: string;
};

/** For the demonstration only: an account already active. A known one only takes this password again. */
export async function registerAccount(actor: System, { email, password, ...profile }: RegisterAccount) {
  const fresh = await hashPassword(password);
  return transact(actor, async ({ tx, record }) => {
    const [known] = await tx
      .select({ id: accounts.id, passwordHash: accounts.passwordHash })
      .from(accounts)
      .where(eq(accounts.email, email));
    const accountId = known?.id ?? newId<AccountId>();
    if (known) {
      const isSame = await isPassword(known.passwordHash, password);
      if (!isSame) await tx.update(accounts).set({ passwordHash: fresh }).where(eq(accounts.id, accountId));
    } else {
      const now = clock.now();
      const username = await allocateUsername(tx, profile.firstName, profile.lastName);
      const dates = { createdAt: now, activatedAt: now, termsAcceptedAt: now, lastSeenAt: now };
      const row = {
        id: accountId,
        status: "active",
        email,
        username,
        searchText: accountSearchText({ ...profile, username, email }),
        passwordHash: fresh,
        walletKey: newWrappedKey("wallet"),
      } as const;
      await tx.insert(accounts).values({ ...row, ...profile, ...dates });
    }
    await record("account.registered", accountId, { isNew: !known });
    return done(accountId);
  });
}
