import * as accountJobs from "@/lib/accounts/jobs";
import { applyRecoveries } from "@/lib/accounts/jobs/apply-recoveries";
import * as accounts from "@/lib/accounts/queries";
import { countWaitingAccounts } from "@/lib/accounts/queries/count-waiting";
import { findOwnValidation } from "@/lib/accounts/queries/find-own-validation";
import { findRecoveryStop } from "@/lib/accounts/queries/find-recovery-stop";
import { getAccountSheet } from "@/lib/accounts/queries/get-account-sheet";
import * as identity from "@/lib/accounts/queries/identity";
import { listAccounts } from "@/lib/accounts/queries/list-accounts";
import { listSessions } from "@/lib/accounts/queries/list-sessions";
import { tellSilentTasks } from "@/lib/audit/jobs";
import { listAuditEvents } from "@/lib/audit/queries/list-events";
import { listMails } from "@/lib/audit/queries/list-mails";
import { listTasks } from "@/lib/audit/queries/list-tasks";
import { getPlatformState } from "@/lib/audit/queries/platform-state";
import * as demandeJobs from "@/lib/demandes/jobs";
import { purgeLinks } from "@/lib/demandes/jobs/purge-links";
import { countDemandesOf } from "@/lib/demandes/queries/count-of-account";
import { countWork } from "@/lib/demandes/queries/count-work";
import { findContactCorrection } from "@/lib/demandes/queries/find-contact-correction";
import { findDemande, findDemandeById } from "@/lib/demandes/queries/find-demande";
import { findDeviceAccess } from "@/lib/demandes/queries/find-device-access";
import { findDraft, getDraft, listCorrections } from "@/lib/demandes/queries/find-draft";
import { findGuestKey } from "@/lib/demandes/queries/find-guest-key";
import { getDemandeForAgent } from "@/lib/demandes/queries/get-demande-for-agent";
import { getHistory } from "@/lib/demandes/queries/get-history";
import { listChanges } from "@/lib/demandes/queries/list-changes";
import { findClaimable, listClaimable } from "@/lib/demandes/queries/list-claimable";
import { listDemandes, listLatestDemandes } from "@/lib/demandes/queries/list-demandes";
import { listDrafts, listDraftsOf } from "@/lib/demandes/queries/list-drafts";
import { listOnDevice } from "@/lib/demandes/queries/list-on-device";
import { findNumber, listQueue, readableServices } from "@/lib/demandes/queries/list-queue";
import { listQueueDemarches } from "@/lib/demandes/queries/list-queue-demarches";
import { opensAnything } from "@/lib/demandes/queries/opens-anything";
import { peekFollowLink } from "@/lib/demandes/queries/peek-follow-link";
import { renderDemande } from "@/lib/demandes/queries/render-demande";
import { renderRecepisse } from "@/lib/demandes/queries/render-recepisse";
import { searchQueue } from "@/lib/demandes/queries/search-queue";
import { findDemarche } from "@/lib/demarches/queries/find-demarche";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { listDemarches } from "@/lib/demarches/queries/list-demarches";
import { listEveryDemarche } from "@/lib/demarches/queries/list-every-demarche";
import { listThemes } from "@/lib/demarches/queries/list-themes";
import { searchDemarches } from "@/lib/demarches/queries/search-demarches";
import { anonymiseFinished } from "@/lib/departure/jobs/anonymise-finished";
import { eraseLeftovers } from "@/lib/departure/jobs/erase-leftovers";
import { eraseStatistics } from "@/lib/departure/jobs/erase-statistics";
import { deleteIdleAccounts, warnIdleAccounts } from "@/lib/departure/jobs/idle-accounts";
import { findDeparture, getDeparture } from "@/lib/departure/queries/get-departure";
import { eraseExpiredExports, makeExports } from "@/lib/exports/jobs";
import { getExports, hasExportToMake } from "@/lib/exports/queries";
import type { Admin, Agent, Anonymous, Citizen, System } from "@/lib/kernel/actor";
import type { Limits } from "@/lib/kernel/slices";
import { listMessages } from "@/lib/messages/queries/list-messages";
import { countUnreadMessages, listThreads } from "@/lib/messages/queries/list-threads";
import { countMessagesToRead, listMessagesToRead } from "@/lib/messages/queries/list-to-read";
import { purgeNotifications } from "@/lib/notifications/jobs";
import { countUnreadNotifications, listNotifications } from "@/lib/notifications/queries";
import { purgeAgents } from "@/lib/organisation/jobs";
import * as organisation from "@/lib/organisation/queries";
import * as agents from "@/lib/organisation/queries/agents";
import { getBackupState, isBackupDue, keptBackups } from "@/lib/organisation/queries/backup-state";
import { findBrowserLink } from "@/lib/organisation/queries/browser-link";
import { findInvitation } from "@/lib/organisation/queries/invitation";
import { getOwnAgent } from "@/lib/organisation/queries/own-account";
import { getRelation, listRelations, listRelationsInRoles } from "@/lib/relations/queries";
import * as wallet from "@/lib/wallet/queries";
import { database } from "@/lib/kernel/database";
import type {
  DemandeId,
  DemarcheVersionId,
  GuestHash,
  RelationId,
  WalletDocumentId,
  WalletFileId,
} from "@/lib/shared/ids";

/** Somebody of each kind, and what they look at, in a filled town. */
export type Sample = {
  citizen: Citizen;
  agent: Agent;
  admin: Admin;
  visitor: Anonymous & { guest: GuestHash };
  system: System;
  limits: Limits & { until: Date };
  demandeId: DemandeId;
  number: string;
  /** Any identifier: of nothing. */
  unknown: string;
  /** Where a second page begins: the instant and identifier of a line. */
  cursor: { queue: string; own: string; journal: string };
};

type Call = (sample: Sample) => Promise<unknown>;

/** Why nothing is read of it: it asks nothing of the database, or reads whole tables by its very purpose. */
export type Left = string;

const queue = { view: "all", isMine: false, isLate: false } as const;
const id = <T extends string>(text: string) => text as T;

/**
 * Every exported function of the queries and of the jobs, by its file, with the ways it is asked that differ by their plan. The test
 * refuses the one that is not here, so that no list is ever written without its plan being read.
 */
export const everyQuery: Readonly<Record<string, Readonly<Record<string, readonly Call[] | Left>>>> = {
  "lib/accounts/jobs.ts": { purgeAccounts: [({ system, limits }) => accountJobs.purgeAccounts(system, limits)] },
  "lib/accounts/jobs/apply-recoveries.ts": {
    applyRecoveries: [({ system, limits }) => applyRecoveries(system, limits)],
  },
  "lib/accounts/queries.ts": {
    findAccountSession: [() => accounts.findAccountSession("x")],
    getProfile: [({ citizen }) => accounts.getProfile(citizen)],
    findLink: [() => accounts.findLink("x", "sign_in")],
    findWayBack: [() => accounts.findWayBack("x")],
    getReadableProfile: [({ citizen }) => accounts.getReadableProfile(citizen)],
  },
  "lib/accounts/queries/count-waiting.ts": { countWaitingAccounts: [({ agent }) => countWaitingAccounts(agent)] },
  "lib/accounts/queries/find-own-validation.ts": { findOwnValidation: [({ citizen }) => findOwnValidation(citizen)] },
  "lib/accounts/queries/find-recovery-stop.ts": { findRecoveryStop: [() => findRecoveryStop("x")] },
  "lib/accounts/queries/get-account-sheet.ts": { getAccountSheet: [({ citizen }) => getAccountSheet(citizen)] },
  "lib/accounts/queries/identity.ts": {
    findIdentityLinkDate: [({ citizen }) => identity.findIdentityLinkDate(citizen)],
    findProviderToken: [({ citizen }) => identity.findProviderToken(citizen)],
  },
  "lib/accounts/queries/list-accounts.ts": {
    listAccounts: [
      ({ agent }) => listAccounts(agent, { view: "all" }),
      ({ agent, cursor }) => listAccounts(agent, { view: "all", cursor: cursor.queue }),
      ({ agent }) => listAccounts(agent, { view: "to_validate" }),
      ({ agent }) => listAccounts(agent, { view: "changes" }),
      ({ agent }) => listAccounts(agent, { view: "suspended" }),
      ({ agent }) => listAccounts(agent, { view: "frozen" }),
      ({ agent }) => listAccounts(agent, { view: "all", text: "usager.77" }),
      ({ agent }) => listAccounts(agent, { view: "all", text: "zzzzzz" }),
    ],
  },
  "lib/accounts/queries/list-sessions.ts": { listSessions: [({ citizen }) => listSessions(citizen)] },
  "lib/accounts/queries/search-accounts.ts": { searchAccounts: "asks nothing of the database" },
  "lib/audit/jobs.ts": { tellSilentTasks: [({ system, limits }) => tellSilentTasks(system, limits)] },
  "lib/audit/queries/list-events.ts": {
    listAuditEvents: [
      ({ admin }) => listAuditEvents(admin, {}),
      ({ admin, cursor }) => listAuditEvents(admin, { cursor: cursor.journal }),
      ({ admin }) => listAuditEvents(admin, { from: "2026-01-01", to: "2026-01-02" }),
      ({ admin }) => listAuditEvents(admin, { verb: "journal.exported" }),
      ({ admin, cursor }) => listAuditEvents(admin, { verb: "mail.sent", cursor: cursor.journal }),
      ({ admin }) => listAuditEvents(admin, { family: "demande" }),
      ({ admin }) => listAuditEvents(admin, { kind: "admin" }),
      ({ admin }) => listAuditEvents(admin, { agent: admin.agentId, family: "demande" }),
      ({ admin, demandeId }) => listAuditEvents(admin, { subject: demandeId }),
    ],
  },
  "lib/audit/queries/list-mails.ts": {
    listMails: [
      ({ admin }) => listMails(admin, { state: "sent" }),
      ({ admin }) => listMails(admin, { state: "failed" }),
      ({ admin, cursor }) => listMails(admin, { state: "sent", cursor: cursor.queue }),
    ],
  },
  "lib/audit/queries/list-tasks.ts": {
    listTasks: [({ admin }) => listTasks(admin, [{ name: "courriels", label: "", every: "minute" }])],
  },
  "lib/audit/queries/platform-state.ts": { getPlatformState: [({ admin }) => getPlatformState(admin)] },
  "lib/demandes/jobs.ts": {
    purgeDrafts: [({ system, limits }) => demandeJobs.purgeDrafts(system, limits)],
    warnOfExpiringDrafts: [({ system, limits }) => demandeJobs.warnOfExpiringDrafts(system, limits)],
    rescanPendingFiles: [({ system, limits }) => demandeJobs.rescanPendingFiles(system, limits)],
  },
  "lib/demandes/jobs/purge-links.ts": { purgeLinks: [({ system, limits }) => purgeLinks(system, limits)] },
  "lib/demandes/queries/count-of-account.ts": {
    countDemandesOf: [({ agent, citizen }) => countDemandesOf(agent, citizen.accountId)],
  },
  "lib/demandes/queries/count-work.ts": {
    countWork: [({ agent }) => countWork(agent), ({ admin }) => countWork(admin)],
  },
  "lib/demandes/queries/find-contact-correction.ts": {
    findContactCorrection: [({ visitor, demandeId }) => findContactCorrection(visitor, demandeId)],
  },
  "lib/demandes/queries/find-demande.ts": {
    findDemande: [
      ({ citizen, number }) => findDemande(citizen, number),
      ({ visitor, number }) => findDemande(visitor, number),
      ({ agent, number }) => findDemande(agent, number),
    ],
    findDemandeById: [({ admin, demandeId }) => findDemandeById(admin, demandeId)],
    readingContext: "asks nothing of the database",
  },
  "lib/demandes/queries/find-device-access.ts": {
    findDeviceAccess: [({ visitor, demandeId }) => findDeviceAccess(visitor, demandeId)],
  },
  "lib/demandes/queries/find-draft.ts": {
    getDraft: [({ citizen, demandeId }) => getDraft(citizen, demandeId)],
    findDraft: [({ visitor, demandeId }) => findDraft(visitor, demandeId)],
    listCorrections: [({ demandeId }) => listCorrections(demandeId, 1)],
  },
  "lib/demandes/queries/find-guest-key.ts": { findGuestKey: [({ visitor }) => findGuestKey(visitor.guest)] },
  "lib/demandes/queries/get-demande-for-agent.ts": {
    getDemandeForAgent: [({ admin, number }) => getDemandeForAgent(admin, number)],
  },
  "lib/demandes/queries/get-history.ts": {
    getHistory: [
      ({ citizen, demandeId }) => getHistory(citizen, demandeId),
      ({ agent, demandeId }) => getHistory(agent, demandeId),
    ],
  },
  "lib/demandes/queries/list-changes.ts": {
    listChanges: [({ admin, demandeId }) => listChanges(admin, demandeId, 1, 2)],
  },
  "lib/demandes/queries/list-claimable.ts": {
    listClaimable: [({ citizen, visitor }) => listClaimable(citizen, visitor.guest)],
    findClaimable: [({ citizen, number }) => findClaimable(citizen, number)],
  },
  "lib/demandes/queries/list-demandes.ts": {
    listDemandes: [
      ({ citizen }) => listDemandes(citizen),
      ({ citizen, cursor }) => listDemandes(citizen, { cursor: cursor.own }),
      ({ citizen }) => listDemandes(citizen, { statuses: ["incomplete"] }),
      ({ visitor }) => listDemandes(visitor),
    ],
    listLatestDemandes: [({ citizen }) => listLatestDemandes(citizen)],
  },
  "lib/demandes/queries/list-drafts.ts": {
    listDrafts: [({ citizen }) => listDrafts(citizen), ({ visitor }) => listDrafts(visitor)],
    listDraftsOf: [({ citizen }) => listDraftsOf(citizen, "demarche-pleine-1")],
  },
  "lib/demandes/queries/list-faults.ts": {
    walkDemandes: "the integrity check reads everything, by slices",
    listDemandeFaults: "the integrity check reads everything, by slices",
  },
  "lib/demandes/queries/list-on-device.ts": { listOnDevice: [({ visitor }) => listOnDevice(visitor)] },
  "lib/demandes/queries/list-queue.ts": {
    isWaiting: "asks nothing of the database",
    listQueue: [
      ({ agent }) => listQueue(agent, { ...queue, view: "to_do" }),
      ({ agent }) => listQueue(agent, queue),
      ({ admin }) => listQueue(admin, queue),
      ({ agent, cursor }) => listQueue(agent, { ...queue, cursor: cursor.queue }),
      ({ agent }) => listQueue(agent, { ...queue, view: "incomplete" }),
      ({ agent }) => listQueue(agent, { ...queue, isMine: true }),
      ({ agent }) => listQueue(agent, { ...queue, isLate: true }),
      ({ admin }) => listQueue(admin, { ...queue, demarche: "demarche-pleine-1" }),
      ({ agent }) => listQueue(agent, { ...queue, text: "lou" }),
      ({ admin }) => listQueue(admin, { ...queue, text: "lou", view: "validated" }),
      ({ admin }) => listQueue(admin, { ...queue, text: "zzzzzz" }),
      ({ admin }) => listQueue(admin, { ...queue, text: "lou zzzzzz" }),
    ],
    findNumber: [({ agent, number }) => findNumber(agent, number)],
    readableServices: [({ admin }) => readableServices(admin)],
  },
  "lib/demandes/queries/list-queue-demarches.ts": { listQueueDemarches: [({ admin }) => listQueueDemarches(admin)] },
  "lib/demandes/queries/list-stored-files.ts": { listStoredFiles: "the integrity check reads everything, by slices" },
  "lib/demandes/queries/opens-anything.ts": { opensAnything: [({ visitor }) => opensAnything(visitor.guest)] },
  "lib/demandes/queries/peek-follow-link.ts": { peekFollowLink: [({ visitor }) => peekFollowLink(visitor, "x")] },
  "lib/demandes/queries/queue-sql.ts": { queuePageSql: "asks nothing of the database" },
  "lib/demandes/queries/render-demande.ts": { renderDemande: [({ admin, number }) => renderDemande(admin, number)] },
  "lib/demandes/queries/render-recepisse.ts": {
    renderRecepisse: [({ admin, number }) => renderRecepisse(admin, { number })],
  },
  "lib/demandes/queries/search-queue.ts": { searchQueue: [({ agent, number }) => searchQueue(agent, { q: number })] },
  "lib/demarches/queries/find-demarche.ts": { findDemarche: [() => findDemarche("demarche-pleine-1")] },
  "lib/demarches/queries/get-version.ts": { getVersion: [({ unknown }) => getVersion(id<DemarcheVersionId>(unknown))] },
  "lib/demarches/queries/list-demarches.ts": { listDemarches: [() => listDemarches()] },
  "lib/demarches/queries/list-every-demarche.ts": { listEveryDemarche: [({ admin }) => listEveryDemarche(admin)] },
  "lib/demarches/queries/list-themes.ts": { listThemes: [() => listThemes()] },
  "lib/demarches/queries/search-demarches.ts": {
    searchDemarches: [() => searchDemarches("acte"), () => searchDemarches("zzz")],
  },
  "lib/departure/jobs/anonymise-finished.ts": {
    anonymiseFinished: [({ system, limits }) => anonymiseFinished(system, limits)],
  },
  "lib/departure/jobs/erase-leftovers.ts": { eraseLeftovers: [({ system, limits }) => eraseLeftovers(system, limits)] },
  "lib/departure/jobs/erase-statistics.ts": {
    eraseStatistics: [({ system, limits }) => eraseStatistics(system, limits)],
  },
  "lib/departure/jobs/idle-accounts.ts": {
    warnIdleAccounts: [({ system, limits }) => warnIdleAccounts(system, limits)],
    deleteIdleAccounts: [({ system, limits }) => deleteIdleAccounts(system, limits)],
  },
  "lib/departure/queries/get-departure.ts": {
    getDeparture: [({ citizen }) => getDeparture(citizen)],
    findDeparture: [() => findDeparture("x")],
  },
  "lib/exports/jobs.ts": {
    makeExports: [({ system, limits }) => makeExports(system, limits)],
    eraseExpiredExports: [({ system, limits }) => eraseExpiredExports(system, limits)],
  },
  "lib/exports/queries.ts": {
    getExports: [({ citizen }) => getExports(citizen)],
    hasExportToMake: [({ system }) => hasExportToMake(system)],
  },
  "lib/messages/queries/list-messages.ts": {
    listMessages: [({ citizen, demandeId }) => listMessages(citizen, demandeId)],
  },
  "lib/messages/queries/list-threads.ts": {
    listThreads: [({ citizen }) => listThreads(citizen)],
    countUnreadMessages: [({ citizen }) => countUnreadMessages(citizen)],
  },
  "lib/messages/queries/list-to-read.ts": {
    listMessagesToRead: [({ agent }) => listMessagesToRead(agent)],
    countMessagesToRead: [({ agent }) => countMessagesToRead(agent)],
  },
  "lib/notifications/jobs.ts": { purgeNotifications: [({ system, limits }) => purgeNotifications(system, limits)] },
  "lib/notifications/queries.ts": {
    listNotifications: [({ citizen }) => listNotifications(citizen)],
    countUnreadNotifications: [({ citizen }) => countUnreadNotifications(citizen)],
  },
  "lib/organisation/jobs.ts": { purgeAgents: [({ system, limits }) => purgeAgents(system, limits)] },
  "lib/organisation/queries.ts": {
    findAgentSession: [() => organisation.findAgentSession("x")],
    getAccountSettings: [({ admin }) => organisation.getAccountSettings(admin)],
    findPortal: [() => organisation.findPortal()],
    portalByDefault: "asks nothing of the database",
    getPortalSetting: [({ admin }) => organisation.getPortalSetting(admin)],
    findLogo: [() => organisation.findLogo()],
    findDemonstrationCode: "asks the database in the demonstration alone, by the key of a session",
  },
  "lib/organisation/queries/agents.ts": {
    listAgents: [({ admin }) => agents.listAgents(admin, { isRemoved: false })],
    getAgent: [({ admin }) => agents.getAgent(admin, admin.agentId)],
    listServices: [({ admin }) => agents.listServices(admin)],
    listAgentNames: [({ admin }) => agents.listAgentNames(admin)],
  },
  "lib/organisation/queries/backup-state.ts": {
    getBackupState: [({ admin }) => getBackupState(admin)],
    isBackupDue: [({ system }) => isBackupDue(system)],
    keptBackups: [({ system }) => keptBackups(system)],
  },
  "lib/organisation/queries/browser-link.ts": { findBrowserLink: [() => findBrowserLink("x")] },
  "lib/organisation/queries/invitation.ts": { findInvitation: [() => findInvitation("x", null)] },
  "lib/organisation/queries/own-account.ts": { getOwnAgent: [({ admin }) => getOwnAgent(admin)] },
  "lib/relations/queries.ts": {
    listRelations: [({ citizen }) => listRelations(citizen)],
    getRelation: [({ citizen, unknown }) => getRelation(citizen, id<RelationId>(unknown))],
    listRelationsInRoles: [({ citizen }) => listRelationsInRoles(database(), citizen.accountId, ["child"])],
  },
  "lib/wallet/queries.ts": {
    listWalletDocuments: [({ citizen }) => wallet.listWalletDocuments(citizen)],
    getWalletDocument: [({ citizen, unknown }) => wallet.getWalletDocument(citizen, id<WalletDocumentId>(unknown))],
    getWalletUse: [({ citizen }) => wallet.getWalletUse(citizen)],
    openWalletFile: [({ citizen, unknown }) => wallet.openWalletFile(citizen, id<WalletFileId>(unknown))],
  },
};
