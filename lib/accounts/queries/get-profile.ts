import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { showPhone } from "@/lib/shared/phone";
import { profileColumns } from "../profile/profile-columns";
import type { Profile } from "../types/account";

/** The data of the account, as its owner sees them and as the forms are prefilled (F5, F20). */
export async function getProfile(actor: Citizen): Promise<Profile> {
  const [row] = await database()
    .select({
      ...profileColumns,
      mutedNotifications: accounts.mutedNotifications,
    })
    .from(accounts)
    .where(and(eq(accounts.id, actor.accountId), eq(accounts.status, "active")))
    .limit(1);
  if (!row?.email) throw new NotFound();
  return {
    ...row,
    email: row.email,
    username: row.username ?? "",
    firstName: row.firstName ?? "",
    lastName: row.lastName ?? "",
  };
}

/** The actor's profile, with telephones written as they are read. */
export async function getReadableProfile(actor: Citizen): Promise<Profile> {
  const profile = await getProfile(actor);
  return {
    ...profile,
    phone: profile.phone && showPhone(profile.phone),
    mobile: profile.mobile && showPhone(profile.mobile),
  };
}
