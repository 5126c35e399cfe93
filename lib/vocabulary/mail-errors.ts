/** Why a letter did not leave, as agents read it. The code is in the journal of the server, for who runs it. */
const words = {
  recipient: "Le serveur du destinataire a refusé cette adresse.",
  content: "La messagerie a refusé cette lettre.",
  unreachable: "La messagerie n’a pas répondu.",
  access: "La messagerie a refusé l’accès du portail : vérifiez sa clé ou son mot de passe.",
  sender: "La messagerie a refusé l’adresse d’expédition du portail : vérifiez-la dans les réglages.",
  secure: "La liaison chiffrée avec la messagerie n’a pas pu s’établir.",
  quota: "Le nombre de courriels permis par la messagerie est atteint.",
  busy: "La messagerie a demandé d’attendre.",
  provider: "La messagerie a rencontré une erreur.",
  mailbox: "La boîte aux lettres du portail n’a pas répondu.",
  lost: "Le contenu de cette lettre n’existe plus.",
  sealed: "Le contenu de cette lettre ne s’ouvre plus : la clé du portail a changé.",
  ours: "Le portail a rencontré une erreur : donnez ce code à qui l’entretient.",
} as const;
type Cause = keyof typeof words;

/** Said by the portal itself, whole. */
export const ownMailErrors: Readonly<Record<string, Cause>> = {
  "outbox: no content": "lost",
  "outbox: content does not open under the present keys": "sealed",
  "outbox: no words for this letter": "ours",
  "mailbox: the table did not answer": "mailbox",
  "resend: no answer": "unreachable",
};

/** Codes of nodemailer, and of the network under it. */
export const smtpErrors: Readonly<Record<string, Cause>> = {
  EAUTH: "access",
  ECONNECTION: "unreachable",
  ECONNREFUSED: "unreachable",
  ECONNRESET: "unreachable",
  EDNS: "unreachable",
  ENOTFOUND: "unreachable",
  ESOCKET: "unreachable",
  ETIMEDOUT: "unreachable",
  EENVELOPE: "recipient",
  EMESSAGE: "content",
  ESTREAM: "ours",
  EPROTOCOL: "provider",
  EMAXLIMIT: "busy",
  ETLS: "secure",
  EREQUIRETLS: "secure",
  failure: "provider",
};

/** Names of errors of Resend's API. */
export const resendErrors = {
  missing_api_key: "access",
  restricted_api_key: "access",
  invalid_api_key: "access",
  invalid_access: "access",
  invalid_from_address: "sender",
  monthly_quota_exceeded: "quota",
  daily_quota_exceeded: "quota",
  rate_limit_exceeded: "busy",
  concurrent_idempotent_requests: "busy",
  application_error: "provider",
  internal_server_error: "provider",
  validation_error: "content",
  invalid_attachment: "content",
  security_error: "content",
  invalid_idempotency_key: "ours",
  invalid_idempotent_request: "ours",
  not_found: "ours",
  method_not_allowed: "ours",
  invalid_parameter: "ours",
  invalid_region: "ours",
  missing_required_field: "ours",
} as const satisfies Readonly<Record<string, Cause>>;

/**
 * « Le serveur du destinataire a refusé cette adresse. », of the code kept by the outbox (« smtp: EENVELOPE 550 »). An error that
 * nobody foresaw is ours to explain.
 */
export function sayMailError(code: string): string {
  return words[wholeCauseOf(code)];
}

/** Whether the words ask to give the code to who looks after the portal. */
export function isOursToExplain(code: string): boolean {
  return wholeCauseOf(code) === "ours";
}

function wholeCauseOf(code: string): Cause {
  return ownMailErrors[code] ?? causeOf(code) ?? "ours";
}

function causeOf(code: string): Cause | undefined {
  const [, driver, name = "", status = ""] = /^(smtp|resend): (\S+) ?(\d+)?$/.exec(code) ?? [];
  const known: Readonly<Record<string, Cause>> = resendErrors;
  if (driver === "resend") return known[name] ?? "provider";
  if (driver !== "smtp") return undefined;
  // A reply 4xx asks to come back (RFC 5321, 4.2.1): full mailbox, greylisting.
  return name !== "EAUTH" && status.startsWith("4") ? "busy" : (smtpErrors[name] ?? "provider");
}
