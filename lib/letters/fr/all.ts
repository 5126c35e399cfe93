import type { Wording } from "../wording/words";
import { accountActivation } from "./account-activation";
import { accountAlreadyRegistered } from "./account-already-registered";
import { accountChangesAccepted } from "./account-changes-accepted";
import { accountChangesRefused } from "./account-changes-refused";
import { accountDeleted } from "./account-deleted";
import { accountDeletion } from "./account-deletion";
import { accountEmail } from "./account-email";
import { accountEmailChanged } from "./account-email-changed";
import { accountEmailReplaced } from "./account-email-replaced";
import { accountEmailRestored } from "./account-email-restored";
import { accountEmailTaken } from "./account-email-taken";
import { accountEmailWarning } from "./account-email-warning";
import { accountExportMade } from "./account-export-made";
import { accountFrozen } from "./account-frozen";
import { accountHeld } from "./account-held";
import { accountIdentity } from "./account-identity";
import { accountIdentityLinked } from "./account-identity-linked";
import { accountIdentityUnlinked } from "./account-identity-unlinked";
import { accountIdle } from "./account-idle";
import { accountPassword } from "./account-password";
import { accountPasswordChanged } from "./account-password-changed";
import { accountRecoveryAsked } from "./account-recovery-asked";
import { accountRecoveryConfirmed } from "./account-recovery-confirmed";
import { accountRecoveryOldAddress } from "./account-recovery-old-address";
import { accountRecoveryRefused } from "./account-recovery-refused";
import { accountReinstated } from "./account-reinstated";
import { accountReopened } from "./account-reopened";
import { accountReopenedToOthers } from "./account-reopened-to-others";
import { accountReopeningAsked } from "./account-reopening-asked";
import { accountSignInLink } from "./account-sign-in-link";
import { accountStillFrozen } from "./account-still-frozen";
import { accountSuspended } from "./account-suspended";
import { accountUsername } from "./account-username";
import { accountUsernameChanged } from "./account-username-changed";
import { accountValidated } from "./account-validated";
import { accountValidationRefused } from "./account-validation-refused";
import { accountWelcome } from "./account-welcome";
import { agentAccessGiven } from "./agent-access-given";
import { agentAdminChanged } from "./agent-admin-changed";
import { agentBrowser } from "./agent-browser";
import { agentInvitation } from "./agent-invitation";
import { agentNewAccess } from "./agent-new-access";
import { agentPasswordChanged } from "./agent-password-changed";
import { agentRecoveryCodeUsed } from "./agent-recovery-code-used";
import { agentRecoveryCodes } from "./agent-recovery-codes";
import { agentRecoveryNotice } from "./agent-recovery-notice";
import { agentSecondFactor } from "./agent-second-factor";
import { agentSecondFactorSet } from "./agent-second-factor-set";
import { agentDiskShort } from "./agent-disk-short";
import { agentTaskSilent } from "./agent-task-silent";
import { demandeCancelled } from "./demande-cancelled";
import { demandeChanged } from "./demande-changed";
import { demandeClaimed } from "./demande-claimed";
import { demandeComplete } from "./demande-complete";
import { demandeContact } from "./demande-contact";
import { demandeCorrected } from "./demande-corrected";
import { demandeDraftLink } from "./demande-draft-link";
import { demandeFiled } from "./demande-filed";
import { demandeFiledTogether } from "./demande-filed-together";
import { demandeFollow } from "./demande-follow";
import { demandeHandedOver } from "./demande-handed-over";
import { demandeIncomplete } from "./demande-incomplete";
import { demandeMessage } from "./demande-message";
import { demandeRejected } from "./demande-rejected";
import { demandeReleased } from "./demande-released";
import { demandeReopened } from "./demande-reopened";
import { demandeTaken } from "./demande-taken";
import { demandeValidated } from "./demande-validated";
import { demandeWithdrawn } from "./demande-withdrawn";
import { draftExpiring } from "./draft-expiring";
import { robotCode } from "./robot-code";
import { frenchFrame } from "./frame";
import { frenchNotices } from "./notices";

/** The letters in French, one file each. */
export const french: Wording = {
  letters: {
    "account.activation": accountActivation,
    "account.already_registered": accountAlreadyRegistered,
    "account.welcome": accountWelcome,
    "account.password": accountPassword,
    "account.password_changed": accountPasswordChanged,
    "account.username": accountUsername,
    "account.email": accountEmail,
    "account.email_taken": accountEmailTaken,
    "account.email_warning": accountEmailWarning,
    "account.email_changed": accountEmailChanged,
    "account.sign_in_link": accountSignInLink,
    "account.username_changed": accountUsernameChanged,
    "account.email_restored": accountEmailRestored,
    "account.email_replaced": accountEmailReplaced,
    "account.validated": accountValidated,
    "account.validation_refused": accountValidationRefused,
    "account.changes_accepted": accountChangesAccepted,
    "account.changes_refused": accountChangesRefused,
    "account.suspended": accountSuspended,
    "account.reinstated": accountReinstated,
    "account.recovery_asked": accountRecoveryAsked,
    "account.recovery_refused": accountRecoveryRefused,
    "account.recovery_confirmed": accountRecoveryConfirmed,
    "account.recovery_old_address": accountRecoveryOldAddress,
    "account.frozen": accountFrozen,
    "account.held": accountHeld,
    "account.reopening_asked": accountReopeningAsked,
    "account.still_frozen": accountStillFrozen,
    "account.reopened_to_others": accountReopenedToOthers,
    "account.reopened": accountReopened,
    "account.identity": accountIdentity,
    "account.identity_linked": accountIdentityLinked,
    "account.identity_unlinked": accountIdentityUnlinked,
    "account.export_made": accountExportMade,
    "account.idle": accountIdle,
    "account.deletion": accountDeletion,
    "account.deleted": accountDeleted,
    "agent.invitation": agentInvitation,
    "agent.new_access": agentNewAccess,
    "agent.second_factor": agentSecondFactor,
    "agent.second_factor_set": agentSecondFactorSet,
    "agent.browser": agentBrowser,
    "agent.password_changed": agentPasswordChanged,
    "agent.recovery_codes": agentRecoveryCodes,
    "agent.recovery_code_used": agentRecoveryCodeUsed,
    "agent.access_given": agentAccessGiven,
    "agent.admin_changed": agentAdminChanged,
    "agent.recovery_notice": agentRecoveryNotice,
    "agent.task_silent": agentTaskSilent,
    "agent.disk_short": agentDiskShort,
    "robot.code": robotCode,
    "demande.filed": demandeFiled,
    "demande.changed": demandeChanged,
    "demande.corrected": demandeCorrected,
    "demande.filed_together": demandeFiledTogether,
    "demande.withdrawn": demandeWithdrawn,
    "demande.taken": demandeTaken,
    "demande.complete": demandeComplete,
    "demande.incomplete": demandeIncomplete,
    "demande.validated": demandeValidated,
    "demande.rejected": demandeRejected,
    "demande.cancelled": demandeCancelled,
    "demande.reopened": demandeReopened,
    "demande.handed_over": demandeHandedOver,
    "demande.released": demandeReleased,
    "demande.message": demandeMessage,
    "demande.follow": demandeFollow,
    "demande.draft_link": demandeDraftLink,
    "demande.claimed": demandeClaimed,
    "demande.contact": demandeContact,
    "draft.expiring": draftExpiring,
  },
  notices: frenchNotices,
  frame: frenchFrame,
};
