import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { accountExports, accountIdentities, accounts, accountSessions } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { outbox, subjectOf } from "@/db/schema/platform";
import { profileColumns } from "@/lib/accounts/profile-columns";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import type { AccountId } from "@/lib/shared/ids";
import { accountKindLabels, civilityLabels, contactChannelLabels } from "@/lib/vocabulary/roles";

/** The account itself: everything that its row says of the person, hashes and keys left out. Throws NotFound. */
export async function accountData({ accountId }: Citizen) {
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
    courrielsEnvoyes: await mailsOf(accountId, row.email),
  };
}

/** Where and when the account was opened. */
export async function sessionsData({ accountId }: Citizen) {
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
  const copiesDemandees = await database()
    .select({ demande: accountExports.createdAt, fin: accountExports.endedAt })
    .from(accountExports)
    .where(eq(accountExports.accountId, accountId))
    .orderBy(desc(accountExports.createdAt));
  return { connexions, identitesLiees, copiesDemandees };
}

/**
 * What was written to the person and when, at each address that they had; the words of a letter are erased once it has left.
 * An address that was somebody else's brings nothing of theirs: a letter without account counts only if it is about a demande
 * of this one, filed before the account.
 */
async function mailsOf(accountId: AccountId, email: string | null) {
  const own = database()
    .select({ id: sql`${demandes.id}::text` })
    .from(demandes)
    .where(eq(demandes.accountId, accountId));
  const beforeIt = and(
    isNull(outbox.accountId),
    eq(outbox.recipientHash, recipientHash(email ?? "")),
    inArray(subjectOf(outbox.key), own),
  );
  return database()
    .select({ objet: outbox.kind, ecriture: outbox.createdAt, envoi: outbox.sentAt })
    .from(outbox)
    .where(or(eq(outbox.accountId, accountId), beforeIt))
    .orderBy(desc(outbox.createdAt));
}
