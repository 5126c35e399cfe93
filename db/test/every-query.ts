import { eq } from "drizzle-orm";
import { relations } from "@/db/schema/relations";
import * as accountJobs from "@/lib/accounts/jobs/purge-accounts";
import { applyRecoveries } from "@/lib/accounts/jobs/apply-recoveries";
import { findAccountSession } from "@/lib/accounts/queries/find-account-session";
import { getProfile, getReadableProfile } from "@/lib/accounts/queries/get-profile";
import { findLink, findWayBack } from "@/lib/accounts/queries/find-link";
import { countWaitingAccounts } from "@/lib/accounts/queries/count-waiting";
import { findOwnValidation } from "@/lib/accounts/queries/find-own-validation";
import { findRecoveryStop } from "@/lib/accounts/queries/find-recovery-stop";
import { getAccountSheet } from "@/lib/accounts/queries/get-account-sheet";
import * as identity from "@/lib/accounts/queries/find-identity";
import { listAccounts } from "@/lib/accounts/queries/list-accounts";
import { listSessions } from "@/lib/accounts/queries/list-sessions";
import { tellShortRoom, tellSilentTasks } from "@/lib/audit/jobs";
import { listAuditEvents } from "@/lib/audit/queries/list-events";
import { listMails } from "@/lib/audit/queries/list-mails";
import { listTasks } from "@/lib/audit/queries/list-tasks";
import { getPlatformState } from "@/lib/audit/queries/get-platform-state";
import { anonymiseFinished } from "@/lib/departure/jobs/anonymise-finished";
import { eraseLeftovers } from "@/lib/departure/jobs/erase-leftovers";
import { eraseStatistics } from "@/lib/departure/jobs/erase-statistics";
import { deleteIdleAccounts, warnIdleAccounts } from "@/lib/departure/jobs/idle-accounts";
import { findDeparture, findOwnHold, getDeparture } from "@/lib/departure/queries/get-departure";
import { eraseExpiredExports, reviveExports } from "@/lib/exports/jobs";
import { getExports } from "@/lib/exports/queries";
import { drainOutbox, hasDueMail } from "@/lib/letters/jobs/drain-outbox";
import { getWording, listWordings } from "@/lib/letters/queries/list-wordings";
import { eraseForgottenBlobs, giveUpPendingBlobs } from "@/lib/files/jobs/erase-blobs";
import { purgeNotifications } from "@/lib/notifications/jobs";
import { countUnreadNotifications, listNotifications } from "@/lib/notifications/queries";
import { purgeAgents } from "@/lib/staff/jobs/purge-sessions-and-links";
import { findAgentSession } from "@/lib/staff/queries/find-agent-session";
import { getAccountSettings } from "@/lib/organisation/queries/get-account-settings";
import { findPortal, getPortalSetting, findLogo } from "@/lib/organisation/queries/find-portal";
import { listAgents, getAgent, listAgentNames } from "@/lib/staff/queries/list-agents";
import { listGivenRoles } from "@/lib/staff/queries/list-given-roles";
import { listServices } from "@/lib/organisation/queries/list-services";
import { getBackupState, isBackupDue, keptBackups } from "@/lib/organisation/queries/get-backup-state";
import { findBrowserLink } from "@/lib/staff/queries/find-browser-link";
import { findInvitation } from "@/lib/staff/queries/find-invitation";
import { getOwnAgent } from "@/lib/staff/queries/get-own-agent";
import * as services from "@/lib/organisation/queries/list-organisations";
import {
  countRelations,
  getRelation,
  listRelations,
  listRelationsInRoles,
  lockRelation,
} from "@/lib/relations/queries";
import * as wallet from "@/lib/wallet/queries";
import { database } from "@/lib/kernel/database";
import type { OrganisationId, RelationId, ServiceId, WalletDocumentId, WalletFileId } from "@/lib/shared/ids";
import { everyQueryOfDemandes } from "./every-query-of-demandes";
import { id, type Listed } from "./sample";

/**
 * Every exported function of the queries and of the jobs, by its file, with the ways it is asked that differ by their plan. The test
 * refuses the one that is not here, so that no list is ever written without its plan being read.
 */
export const everyQuery: Listed = {
  ...everyQueryOfDemandes,
  "lib/accounts/jobs/purge-accounts.ts": {
    purgeAccounts: [({ system, limits }) => accountJobs.purgeAccounts(system, limits)],
  },
  "lib/accounts/jobs/apply-recoveries.ts": {
    applyRecoveries: [({ system, limits }) => applyRecoveries(system, limits)],
  },
  "lib/accounts/queries/find-account-session.ts": { findAccountSession: [() => findAccountSession("x")] },
  "lib/accounts/queries/get-profile.ts": {
    getProfile: [({ citizen }) => getProfile(citizen)],
    getReadableProfile: [({ citizen }) => getReadableProfile(citizen)],
  },
  "lib/accounts/queries/find-link.ts": {
    findLink: [() => findLink("x", "sign_in")],
    findWayBack: [() => findWayBack("x")],
  },
  "lib/accounts/queries/count-waiting.ts": { countWaitingAccounts: [({ agent }) => countWaitingAccounts(agent)] },
  "lib/accounts/queries/find-own-validation.ts": { findOwnValidation: [({ citizen }) => findOwnValidation(citizen)] },
  "lib/accounts/queries/find-recovery-stop.ts": { findRecoveryStop: [() => findRecoveryStop("x")] },
  "lib/accounts/queries/get-account-sheet.ts": { getAccountSheet: [({ citizen }) => getAccountSheet(citizen)] },
  "lib/accounts/queries/find-identity.ts": {
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
  "lib/audit/jobs.ts": {
    tellShortRoom: [({ system }) => tellShortRoom(system, { state: "full", freeMegabytes: 0, leastMegabytes: 200 })],
    tellSilentTasks: [({ system, limits }) => tellSilentTasks(system, limits)],
  },
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
      ({ organisationAdmin }) => listAuditEvents(organisationAdmin, {}),
      ({ organisationAdmin, cursor }) => listAuditEvents(organisationAdmin, { cursor: cursor.journal }),
      ({ organisationAdmin }) => listAuditEvents(organisationAdmin, { family: "demande" }),
      ({ organisationAdmin, demandeId }) => listAuditEvents(organisationAdmin, { subject: demandeId }),
    ],
  },
  "lib/audit/queries/list-mails.ts": {
    listMails: [
      ({ admin }) => listMails(admin, { state: "sent" }),
      ({ admin }) => listMails(admin, { state: "failed" }),
      ({ admin, cursor }) => listMails(admin, { state: "sent", cursor: cursor.queue }),
      ({ organisationAdmin }) => listMails(organisationAdmin, { state: "failed" }),
    ],
  },
  "lib/audit/queries/list-tasks.ts": {
    listTasks: [({ admin }) => listTasks(admin, [{ name: "courriels", label: "", every: "minute" }])],
  },
  "lib/audit/queries/get-platform-state.ts": { getPlatformState: [({ admin }) => getPlatformState(admin)] },
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
    findOwnHold: [({ citizen }) => findOwnHold(citizen)],
  },
  "lib/exports/jobs.ts": {
    reviveExports: [({ system }) => reviveExports(system)],
    eraseExpiredExports: [({ system, limits }) => eraseExpiredExports(system, limits)],
  },
  "lib/exports/queries.ts": {
    getExports: [({ citizen }) => getExports(citizen)],
  },
  "lib/files/jobs/erase-blobs.ts": {
    giveUpPendingBlobs: [({ limits }) => giveUpPendingBlobs(limits)],
    eraseForgottenBlobs: [({ limits }) => eraseForgottenBlobs(async () => undefined, limits)],
  },
  "lib/files/jobs/prepare-readers.ts": { prepareReaders: "asks nothing of the database" },
  "lib/letters/jobs/drain-outbox.ts": {
    drainOutbox: [
      ({ system, limits }) => drainOutbox(system, { ...limits, deliver: { email: () => Promise.resolve() } }),
    ],
    hasDueMail: [() => hasDueMail()],
  },
  "lib/letters/jobs/mail-faults.ts": {
    walkMails: "reads the outbox and the mailbox whole, by slices: that is what the check of the integrity is for",
    listMailFaults: "reads them whole, for tests",
  },
  "lib/letters/queries/list-wordings.ts": {
    listWordings: [({ admin }) => listWordings(admin)],
    getWording: [({ admin }) => getWording(admin, { kind: "demande.rejected", demarche: "" })],
  },
  "lib/notifications/jobs.ts": { purgeNotifications: [({ system, limits }) => purgeNotifications(system, limits)] },
  "lib/notifications/queries.ts": {
    listNotifications: [({ citizen }) => listNotifications(citizen)],
    countUnreadNotifications: [({ citizen }) => countUnreadNotifications(citizen)],
  },
  "lib/staff/jobs/purge-sessions-and-links.ts": { purgeAgents: [({ system, limits }) => purgeAgents(system, limits)] },
  "lib/staff/queries/find-agent-session.ts": { findAgentSession: [() => findAgentSession("x")] },
  "lib/organisation/queries/get-account-settings.ts": {
    getAccountSettings: [({ admin }) => getAccountSettings(admin)],
  },
  "lib/organisation/queries/find-portal.ts": {
    findPortal: [() => findPortal()],
    portalByDefault: "asks nothing of the database",
    getPortalSetting: [({ admin }) => getPortalSetting(admin)],
    findLogo: [() => findLogo()],
  },
  "lib/staff/queries/find-demonstration-code.ts": {
    findDemonstrationCode: "asks the database in the demonstration alone, by the key of a session",
  },
  "lib/staff/queries/list-agents.ts": {
    listAgents: [
      ({ admin }) => listAgents(admin, { isRemoved: false }),
      ({ organisationAdmin }) => listAgents(organisationAdmin, { isRemoved: false }),
    ],
    getAgent: [({ admin }) => getAgent(admin, admin.agentId)],
    listAgentNames: [({ admin }) => listAgentNames(admin)],
  },
  "lib/staff/queries/list-given-roles.ts": { listGivenRoles: [({ admin }) => listGivenRoles(admin)] },
  "lib/organisation/queries/list-services.ts": { listServices: [({ admin }) => listServices(admin)] },
  "lib/organisation/queries/get-backup-state.ts": {
    getBackupState: [({ admin }) => getBackupState(admin)],
    isBackupDue: [({ system }) => isBackupDue(system)],
    keptBackups: [({ system }) => keptBackups(system)],
  },
  "lib/staff/queries/find-browser-link.ts": { findBrowserLink: [() => findBrowserLink("x")] },
  "lib/staff/queries/find-invitation.ts": { findInvitation: [() => findInvitation("x", null)] },
  "lib/staff/queries/get-own-agent.ts": { getOwnAgent: [({ admin }) => getOwnAgent(admin)] },
  "lib/organisation/queries/list-organisations.ts": {
    listOrganisations: [({ admin }) => services.listOrganisations(admin)],
    listOpenOrganisations: [({ organisationAdmin }) => services.listOpenOrganisations(organisationAdmin)],
    getOrganisation: [({ admin, unknown }) => services.getOrganisation(admin, id<OrganisationId>(unknown))],
    getService: [({ admin, unknown }) => services.getService(admin, id<ServiceId>(unknown))],
  },
  "lib/relations/queries.ts": {
    countRelations: [({ citizen }) => countRelations(citizen.accountId)],
    listRelations: [({ citizen }) => listRelations(citizen)],
    getRelation: [({ citizen, unknown }) => getRelation(citizen, id<RelationId>(unknown))],
    listRelationsInRoles: [({ citizen }) => listRelationsInRoles(database(), citizen.accountId, ["child"])],
    lockRelation: [
      ({ unknown }) => database().transaction((tx) => lockRelation(tx, eq(relations.id, id<RelationId>(unknown)))),
    ],
  },
  "lib/wallet/queries.ts": {
    countWalletDocuments: [({ citizen }) => wallet.countWalletDocuments(citizen.accountId)],
    listWalletDocuments: [({ citizen }) => wallet.listWalletDocuments(citizen)],
    getWalletDocument: [({ citizen, unknown }) => wallet.getWalletDocument(citizen, id<WalletDocumentId>(unknown))],
    getWalletUse: [({ citizen }) => wallet.getWalletUse(citizen)],
    openWalletFile: [({ citizen, unknown }) => wallet.openWalletFile(citizen, id<WalletFileId>(unknown))],
  },
};
