import { desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { accountIdentities, accountRecoveries, accounts, accountSessions, accountTokens } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { claim, type Personal } from "@/lib/kernel/personal-data";
import { accountKindLabels, civilityLabels, contactChannelLabels } from "@/lib/vocabulary/roles";
import { profileColumns } from "./profile/profile-columns";

const counted = { kept: "when an account began and ended, and of which kind, is counted; it leads to nobody" };
const gone = { becomes: null };

/**
 * The row of an account stays, emptied of what it says and of what opens it; what hangs on it goes. Of the links, the one that
 * asked for the deletion stays a month, emptied: opened again, it says that it has served.
 */
export const accountsPersonal = {
  tables: {
    accountSessions: claim(
      accountSessions,
      { with: "account", by: accountSessions.accountId },
      {
        id: "erased",
        accountId: "erased",
        tokenHash: "erased",
        createdAt: "erased",
        lastSeenAt: "erased",
        idleExpiresAt: "erased",
        expiresAt: "erased",
        device: "erased",
        providerToken: "erased",
      },
    ),
    accountIdentities: claim(
      accountIdentities,
      { with: "account", by: accountIdentities.accountId },
      { provider: "erased", subjectHash: "erased", accountId: "erased", linkedAt: "erased" },
    ),
    accountRecoveries: claim(
      accountRecoveries,
      { with: "account", by: accountRecoveries.accountId },
      {
        id: "erased",
        accountId: "erased",
        kind: "erased",
        state: "erased",
        newEmail: "erased",
        proof: "erased",
        askedBy: "erased",
        askedAt: "erased",
        decidedBy: "erased",
        decidedAt: "erased",
        effectiveAt: "erased",
        undoneAt: "erased",
      },
    ),
    accountTokens: claim(
      accountTokens,
      { with: "account", by: accountTokens.accountId, stays: hasServed },
      {
        id: "erased",
        accountId: "erased",
        purpose: "erased",
        tokenHash: "erased",
        payload: "erased",
        createdAt: "erased",
        expiresAt: "erased",
        consumedAt: "erased",
      },
    ),
    accounts: claim(
      accounts,
      { with: "account", by: accounts.id },
      {
        id: counted,
        status: counted,
        kind: counted,
        email: gone,
        username: gone,
        passwordHash: gone,
        deviceEpoch: { kept: "a counter" },
        civility: gone,
        firstName: gone,
        lastName: gone,
        addressLine: gone,
        addressExtra: gone,
        postalCode: gone,
        commune: gone,
        phone: gone,
        mobile: gone,
        preferredContact: { becomes: "email" },
        mutedNotifications: { becomes: [] },
        walletKey: gone,
        termsAcceptedAt: gone,
        validation: { becomes: "validated" },
        validationReason: gone,
        pendingProfile: gone,
        searchText: { becomes: "" },
        idleNotices: { becomes: 0 },
        suspendedAt: gone,
        suspensionReason: gone,
        frozenAt: gone,
        frozenParties: gone,
        reopenedAt: gone,
        deletedAt: counted,
        createdAt: counted,
        activatedAt: counted,
        lastSeenAt: gone,
      },
    ),
  },
  erase: async (tx, leavers) => {
    const ids = leavers.map(({ id }) => id);
    await tx.update(accountTokens).set({ payload: null }).where(inArray(accountTokens.accountId, ids));
  },
  copy: async (owner) => ({ data: { ...(await accountOf(owner)), ...(await accessesOf(owner)) } }),
} satisfies Personal;

/** The link that asked for the deletion, and was followed. */
function hasServed(): SQL {
  return sql`(${accountTokens.purpose} = 'account_deletion' and ${accountTokens.consumedAt} is not null)`;
}

/** Everything that the row says of the person, hashes and keys left out. Throws NotFound. */
async function accountOf({ accountId }: Citizen) {
  const [row] = await database()
    .select({
      ...profileColumns,
      mutedNotifications: accounts.mutedNotifications,
      termsAcceptedAt: accounts.termsAcceptedAt,
      validation: accounts.validation,
      validationReason: accounts.validationReason,
      pendingProfile: accounts.pendingProfile,
      createdAt: accounts.createdAt,
      activatedAt: accounts.activatedAt,
      lastSeenAt: accounts.lastSeenAt,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .limit(1);
  if (!row) throw new NotFound();
  return {
    compte: {
      identifiant: row.username,
      courriel: row.email,
      typeDeCompte: accountKindLabels[row.kind],
      civilite: row.civility && civilityLabels[row.civility],
      prenom: row.firstName,
      nom: row.lastName,
      adresse: row.addressLine,
      complementAdresse: row.addressExtra,
      codePostal: row.postalCode,
      commune: row.commune,
      telephone: row.phone,
      mobile: row.mobile,
      validation: row.validation,
      motifDeValidation: row.validationReason,
      modificationEnAttente: row.pendingProfile,
      inscription: row.createdAt,
      activation: row.activatedAt,
      derniereVisite: row.lastSeenAt,
    },
    preferences: {
      moyenDeContact: contactChannelLabels[row.preferredContact],
      courrielsRefuses: row.mutedNotifications,
    },
    consentements: { conditionsUtilisation: row.termsAcceptedAt },
  };
}

/** Whose copy it is, as its letter and its first page call them. Throws NotFound. */
export async function holderOf({ accountId }: Citizen) {
  const [row] = await database()
    .select({ email: accounts.email, firstName: accounts.firstName, lastName: accounts.lastName })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .limit(1);
  if (!row) throw new NotFound();
  return row;
}

/** Where and when the account was opened, and by whose proof. */
async function accessesOf({ accountId }: Citizen) {
  const connexions = await database()
    .select({
      appareil: accountSessions.device,
      ouverture: accountSessions.createdAt,
      derniereUtilisation: accountSessions.lastSeenAt,
      fin: accountSessions.expiresAt,
    })
    .from(accountSessions)
    .where(eq(accountSessions.accountId, accountId))
    .orderBy(desc(accountSessions.createdAt));
  const identitesLiees = await database()
    .select({ fournisseur: accountIdentities.provider, liaison: accountIdentities.linkedAt })
    .from(accountIdentities)
    .where(eq(accountIdentities.accountId, accountId));
  return { connexions, identitesLiees };
}
