import { inArray, sql, type SQL } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { formsOf } from "@/lib/shared/email";

/** The account of an address, in whichever form an earlier version kept it: at most one row for each form (docs/decisions/036). */
export function hasAddress(email: string): SQL {
  return inArray(accounts.email, email.includes("@") ? [...formsOf(email)] : [email]);
}

/** The order of such rows: the form of today first, where a mailbox has two accounts since before. */
export function formOfToday(email: string): SQL {
  return sql`${accounts.email} = ${email} desc`;
}
