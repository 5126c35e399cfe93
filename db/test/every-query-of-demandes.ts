import { purgeDrafts, purgeOne } from "@/lib/demandes/jobs/purge-drafts";
import { warnOfExpiringDrafts } from "@/lib/demandes/jobs/warn-of-expiring-drafts";
import { rescanPendingFiles } from "@/lib/demandes/jobs/rescan-pending-files";
import { purgeGuestDrafts } from "@/lib/demandes/jobs/purge-guest-drafts";
import { purgeLinks } from "@/lib/demandes/jobs/purge-links";
import { countDemandesOf } from "@/lib/demandes/queries/count-demandes-of";
import { countWork } from "@/lib/demandes/queries/count-work";
import { findCarried, findLate } from "@/lib/demandes/queries/find-carried";
import { findContactCorrection } from "@/lib/demandes/queries/find-contact-correction";
import { findDemande, findDemandeById } from "@/lib/demandes/queries/find-demande";
import { findDeviceAccess } from "@/lib/demandes/queries/find-device-access";
import { findDraft, getDraft, listCorrections } from "@/lib/demandes/queries/find-draft";
import { findFilingAddress } from "@/lib/demandes/queries/find-filing-address";
import { findGuestKey } from "@/lib/demandes/queries/find-guest-key";
import { findLateLetter } from "@/lib/demandes/queries/find-late-letter";
import { getDemandeForAgent } from "@/lib/demandes/queries/get-demande-for-agent";
import { getHistory } from "@/lib/demandes/queries/get-history";
import { listChanges } from "@/lib/demandes/queries/list-changes";
import { findClaimable, listClaimable } from "@/lib/demandes/queries/list-claimable";
import { listDemandes, listLatestDemandes } from "@/lib/demandes/queries/list-demandes";
import { isFileNamed } from "@/lib/demandes/queries/is-file-named";
import { listFiledTogether } from "@/lib/demandes/queries/list-filed-together";
import { listDrafts, listDraftsOf } from "@/lib/demandes/queries/list-drafts";
import { listOnDevice } from "@/lib/demandes/queries/list-on-device";
import { listFailedLetters, listUntold } from "@/lib/demandes/queries/list-failed-letters";
import { findNumber, listElsewhere, listQueue, readableServices } from "@/lib/demandes/queries/list-queue";
import { listQuotaHeld } from "@/lib/demandes/queries/list-quota-held";
import { listQueueDemarches } from "@/lib/demandes/queries/list-queue-demarches";
import { opensAnything } from "@/lib/demandes/queries/has-anything-to-open";
import { peekFollowLink } from "@/lib/demandes/queries/peek-follow-link";
import { renderDemande } from "@/lib/demandes/queries/render-demande";
import { renderRecepisse } from "@/lib/demandes/queries/render-recepisse";
import { searchQueue } from "@/lib/demandes/queries/search-queue";
import { getServiceToClose } from "@/lib/demandes/queries/get-service-to-close";
import { listHeldAlone, listUnattended } from "@/lib/demandes/queries/list-unattended-services";
import { findDemarche } from "@/lib/demarches/queries/find-demarche";
import { findQuota } from "@/lib/demarches/queries/find-quota";
import { findDraftVersion } from "@/lib/demarches/queries/find-draft-version";
import { getOpening } from "@/lib/demarches/queries/get-opening";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { listDemarches } from "@/lib/demarches/queries/list-demarches";
import { getManagedDemarche, listEveryDemarche } from "@/lib/demarches/queries/list-every-demarche";
import { listThemes } from "@/lib/demarches/queries/list-themes";
import { searchDemarches } from "@/lib/demarches/queries/search-demarches";
import { listMessages } from "@/lib/messages/queries/list-messages";
import { countUnreadMessages, listThreads } from "@/lib/messages/queries/list-threads";
import { countMessagesToRead, listMessagesToRead } from "@/lib/messages/queries/list-to-read";
import type { DemarcheId, DemarcheVersionId, ServiceId } from "@/lib/shared/ids";
import { id, type Listed } from "./sample";

const queue = { view: "all", isMine: false, isLate: false } as const;

/** The part of `everyQuery` that asks about demandes, their messages, and the catalogue. */
export const everyQueryOfDemandes: Listed = {
  "lib/demandes/jobs/purge-drafts.ts": {
    purgeDrafts: [({ system, limits }) => purgeDrafts(system, limits)],
    purgeOne: [({ system, demandeId }) => purgeOne(system, demandeId, undefined)],
  },
  "lib/demandes/jobs/warn-of-expiring-drafts.ts": {
    warnOfExpiringDrafts: [({ system, limits }) => warnOfExpiringDrafts(system, limits)],
  },
  "lib/demandes/jobs/rescan-pending-files.ts": {
    rescanPendingFiles: [({ system, limits }) => rescanPendingFiles(system, limits)],
  },
  "lib/demandes/jobs/purge-guest-drafts.ts": {
    purgeGuestDrafts: [({ system, limits }) => purgeGuestDrafts(system, limits)],
  },
  "lib/demandes/jobs/purge-links.ts": { purgeLinks: [({ system, limits }) => purgeLinks(system, limits)] },
  "lib/demandes/queries/count-demandes-of.ts": {
    countDemandesOf: [({ agent, citizen }) => countDemandesOf(agent, citizen.accountId)],
  },
  "lib/demandes/queries/count-work.ts": {
    countWork: [({ agent }) => countWork(agent), ({ admin }) => countWork(admin)],
  },
  "lib/demandes/queries/find-carried.ts": {
    findCarried: [({ links }) => findCarried(links.live)],
    findLate: [({ links }) => findLate(links.late)],
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
  },
  "lib/demandes/queries/find-device-access.ts": {
    findDeviceAccess: [({ visitor, demandeId }) => findDeviceAccess(visitor, demandeId)],
  },
  "lib/demandes/queries/find-draft.ts": {
    getDraft: [({ citizen, demandeId }) => getDraft(citizen, demandeId)],
    findDraft: [({ visitor, demandeId }) => findDraft(visitor, demandeId)],
    listCorrections: [({ demandeId }) => listCorrections(demandeId, 1)],
  },
  "lib/demandes/queries/find-filing-address.ts": {
    findFilingAddress: [({ visitor, demandeId }) => findFilingAddress(visitor, demandeId)],
  },
  "lib/demandes/queries/find-late-letter.ts": {
    findLateLetter: [({ visitor, demandeId }) => findLateLetter(visitor, demandeId, 1)],
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
  "lib/demandes/queries/is-file-named.ts": { isFileNamed: [({ system, unknown }) => isFileNamed(system, unknown)] },
  "lib/demandes/queries/list-filed-together.ts": {
    listFiledTogether: [
      ({ citizen, demandeId, unknown }) => listFiledTogether(citizen, { id: demandeId, filingId: unknown }, () => null),
      ({ visitor, demandeId, unknown }) => listFiledTogether(visitor, { id: demandeId, filingId: unknown }, () => null),
    ],
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
  "lib/demandes/queries/list-failed-letters.ts": {
    listFailedLetters: [({ agent, demandeId }) => listFailedLetters(agent, demandeId)],
    listUntold: [({ agent }) => listUntold(agent), ({ admin }) => listUntold(admin)],
  },
  "lib/demandes/queries/list-quota-held.ts": {
    listQuotaHeld: [({ citizen }) => listQuotaHeld(citizen, "demarche-pleine-1")],
  },
  "lib/demandes/queries/list-queue.ts": {
    listElsewhere: [
      ({ agent }) => listElsewhere(agent, { ...queue, view: "to_do", text: "lou" }),
      ({ admin }) => listElsewhere(admin, { ...queue, view: "to_do", text: "lou zzzzzz" }),
      ({ admin }) => listElsewhere(admin, { ...queue, view: "to_do", text: "zzzzzz" }),
      ({ admin }) => listElsewhere(admin, { ...queue, view: "to_do", text: "li" }),
    ],
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
  "lib/demandes/queries/has-anything-to-open.ts": { opensAnything: [({ visitor }) => opensAnything(visitor.guest)] },
  "lib/demandes/queries/peek-follow-link.ts": { peekFollowLink: [({ visitor }) => peekFollowLink(visitor, "x")] },
  "lib/demandes/queries/queue-sql.ts": { queuePageSql: "asks nothing of the database" },
  "lib/demandes/queries/render-demande.ts": { renderDemande: [({ admin, number }) => renderDemande(admin, number)] },
  "lib/demandes/queries/render-recepisse.ts": {
    renderRecepisse: [({ admin, number }) => renderRecepisse(admin, { number })],
  },
  "lib/demandes/queries/search-queue.ts": { searchQueue: [({ agent, number }) => searchQueue(agent, { q: number })] },
  "lib/demandes/queries/state-label-sql.ts": { ownLabelSql: "asks nothing of the database" },
  "lib/demandes/queries/get-service-to-close.ts": {
    getServiceToClose: [({ admin, unknown }) => getServiceToClose(admin, id<ServiceId>(unknown))],
  },
  "lib/demandes/queries/list-unattended-services.ts": {
    listUnattended: [({ admin }) => listUnattended(admin)],
    listHeldAlone: [({ admin }) => listHeldAlone(admin, admin.agentId)],
  },
  "lib/demarches/queries/find-quota.ts": { findQuota: [() => findQuota("demarche-pleine-1")] },
  "lib/demarches/queries/find-demarche.ts": { findDemarche: [() => findDemarche("demarche-pleine-1")] },
  "lib/demarches/queries/find-draft-version.ts": {
    findDraftVersion: [({ admin }) => findDraftVersion(admin, "demarche-pleine-1")],
  },
  "lib/demarches/queries/get-opening.ts": { getOpening: [({ admin }) => getOpening(admin)] },
  "lib/demarches/queries/get-version.ts": { getVersion: [({ unknown }) => getVersion(id<DemarcheVersionId>(unknown))] },
  "lib/demarches/queries/list-demarches.ts": { listDemarches: [() => listDemarches()] },
  "lib/demarches/queries/list-every-demarche.ts": {
    listEveryDemarche: [({ admin }) => listEveryDemarche(admin)],
    getManagedDemarche: [({ admin, unknown }) => getManagedDemarche(admin, id<DemarcheId>(unknown))],
  },
  "lib/demarches/queries/list-themes.ts": { listThemes: [() => listThemes()] },
  "lib/demarches/queries/search-demarches.ts": {
    searchDemarches: [() => searchDemarches("acte"), () => searchDemarches("zzz")],
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
};
