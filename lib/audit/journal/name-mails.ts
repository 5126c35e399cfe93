import { inArray } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { database } from "@/lib/kernel/database";
import { isId, type AccountId, type DemandeId, type MailId } from "@/lib/shared/ids";
import { fullName } from "@/lib/shared/text";
import type { MailAbout } from "../types";

type Mail = { id: MailId; /** « demande:identifier:… » */ key: string; accountId: AccountId | null };

/** The demande of each letter, or else the account that it was written for, with the name of the person. */
export async function nameMails(mails: readonly Mail[]): Promise<Map<MailId, MailAbout>> {
  const [filed, owners] = await Promise.all([demandesOf(mails), accountsOf(mails)]);
  return new Map(
    mails.flatMap(({ id, key, accountId }) => {
      const about = filed.get(demandeOf(key) ?? "") ?? owners.get(accountId ?? "");
      return about ? [[id, about] as const] : [];
    }),
  );
}

function demandeOf(key: string): DemandeId | null {
  const [kind, id = ""] = key.split(":");
  return kind === "demande" && isId(id) ? (id as DemandeId) : null;
}

async function demandesOf(mails: readonly Mail[]): Promise<Map<string, MailAbout>> {
  const ids = mails.map(({ key }) => demandeOf(key)).filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ id: demandes.id, number: demandes.number, person: demandes.applicantName })
    .from(demandes)
    .where(inArray(demandes.id, ids));
  return new Map(
    rows.flatMap(({ id, number, person }) => (number ? [[id, { kind: "demande", number, person: person ?? "" }]] : [])),
  );
}

async function accountsOf(mails: readonly Mail[]): Promise<Map<string, MailAbout>> {
  const ids = mails.flatMap(({ accountId }) => accountId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ id: accounts.id, firstName: accounts.firstName, lastName: accounts.lastName })
    .from(accounts)
    .where(inArray(accounts.id, ids));
  return new Map(rows.map(({ id, ...names }) => [id, { kind: "account", accountId: id, person: fullName(names) }]));
}
