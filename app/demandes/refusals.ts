import { fileRefusalSentences, sayFileRefusal } from "@/lib/files/rules";
import { unavailableSentences } from "@/lib/demarches/status";
import type { Asked } from "@/lib/shared/form-state";
import type { Refusal } from "@/lib/web/form/form-action";

/** Why a démarche cannot be begun, or not any more. */
export const closedForm = {
  ...unavailableSentences,
  too_many_drafts: "Vous avez déjà beaucoup de brouillons. Reprenez-en un, ou supprimez-en.",
  address_full:
    "Beaucoup de démarches ont été commencées aujourd’hui sans compte depuis votre connexion à internet. Avec un compte, vous pouvez commencer celle-ci dès maintenant. Sans compte, revenez demain.",
} as const;

const notEditable =
  "Cette demande ne peut plus être modifiée ici : elle a déjà été envoyée, ou un agent l’a prise en charge. Suivez-la depuis « Suivre une demande ».";

/** A second press, made on purpose, keeps what this page shows: it carries the newer edition. */
const staleForm: Refusal = (details) => ({
  formError:
    "Cette demande a été modifiée dans un autre onglet ou sur un autre appareil. Ce que vous avez saisi est toujours sur cette page. Appuyez à nouveau sur « Continuer » pour le garder, ou rechargez la page pour voir ce qui est enregistré.",
  values: savedValues(details),
});

/** Errors by field, in the order of the page. What was typed is already saved: the page goes on from there. */
const invalidAnswers: Refusal = (details) => {
  const errors = byField(details);
  const said = { errors, values: savedValues(details) };
  if (details.$appeared === "all") return { ...said, asked: moreQuestions(Object.keys(errors).length) };
  return {
    ...said,
    formError: details.$appeared && "Vos réponses ont aussi fait apparaître des questions. Répondez-y, puis continuez.",
  };
};

/** Without JavaScript, a page that comes back with questions which its answers call for: nobody was wrong. */
function moreQuestions(count: number): Asked {
  const [title, questions] =
    count === 1 ? ["Une question de plus", "une question"] : ["Des questions de plus", "des questions"];
  return {
    ...{ tone: "info", mark: "À compléter", title },
    first: `Vos réponses ont fait apparaître ${questions}. Répondez-y, puis continuez.`,
  };
}

/** Nothing is wrong, something is unlikely: the same press, made again, goes on. */
const unlikelyAnswers: Refusal = (details) => {
  const { $confirmed: confirmed = "" } = details;
  const errors = byField(details);
  const [these, exact] =
    Object.keys(errors).length === 1 ? ["cette réponse", "elle est exacte"] : ["ces réponses", "elles sont exactes"];
  const asked: Asked = {
    ...{ tone: "warning", mark: "À vérifier", title: `Vérifiez ${these}` },
    last: `Si ${exact}, ne changez rien et appuyez à nouveau sur «\u00a0Continuer\u00a0».`,
  };
  return { errors, asked, values: { ...savedValues(details), confirmed } };
};

export const stepRefusals = {
  stale: staleForm,
  invalid: invalidAnswers,
  to_confirm: unlikelyAnswers,
  not_editable: notEditable,
};

const anotherLink = "Demandez-en un autre à la page « Suivre une demande ».";

/** Why the link of a letter no longer opens a demande. */
export const deadFollowLink = {
  unknown: `Ce lien n’est plus valable. ${anotherLink}`,
  expired: `Ce lien n’est plus valable. ${anotherLink}`,
  used: `Ce lien a déjà servi. ${anotherLink}`,
} as const;

/** Why the address of a filed demande is no longer corrected here. */
export const contactRefusals = {
  already_corrected: "Ce courriel a déjà été corrigé une fois. Appelez le service avec le numéro de la demande.",
  opened: "Le lien envoyé à cette adresse a été ouvert : elle ne peut plus être corrigée ici.",
  changing: "Vous avez commencé à modifier la demande : corrigez votre courriel à l’étape « Mes informations ».",
  not_editable: "Un agent a pris la demande en charge. Appelez le service avec son numéro.",
  too_late: "Le courriel se corrige ici le jour de l’envoi. Appelez le service avec le numéro de la demande.",
  same_address: { field: "email", message: "C’est l’adresse que vous avez déjà donnée. Saisissez la bonne." },
  too_many: { field: "email", message: "Cette adresse a reçu beaucoup de courriels. Réessayez dans une heure." },
} as const;

type Details = Readonly<Record<string, string>>;

export const fileRefusals = {
  ...fileRefusalSentences,
  too_large: (details: Details) => sayFileRefusal("too_large", details),
  too_many_files: (details: Details) => sayFileRefusal("too_many_files", details),
  not_editable: notEditable,
  not_flagged: "Ce document n’est pas à corriger.",
  unknown_field: "Cette demande ne prévoit pas ce document. Rechargez la page.",
} as const;

/** What became of the account’s address, where the box of the summary was ticked. */
export const addressSentences = {
  saved: "L’adresse de votre compte est à jour.",
  held: "La nouvelle adresse de votre compte est en attente de validation.",
  later: "L’adresse de votre compte n’a pas changé : le jour du déménagement n’est pas venu.",
} as const;

/** Of a correction, it leads to the first point that the service named. */
const nothingChanged: Refusal = ({ $named: path }) => {
  const said = "Vous n’avez encore rien corrigé.";
  return path ? { errors: byRow({ [path]: said }) } : said;
};

export const submitRefusals = {
  ...closedForm,
  stale:
    "Cette demande a été modifiée dans un autre onglet ou sur un autre appareil. Rechargez la page et relisez le récapitulatif avant de soumettre.",
  not_editable: notEditable,
  invalid: ((details) => ({ errors: byRow(details) })) satisfies Refusal,
  robot_check: "Nous n’avons pas pu vérifier que vous êtes une personne. Rechargez la page, puis soumettez à nouveau.",
  nothing_changed: nothingChanged,
};

/** At the summary an error leads to the row of its field, whichever part is at fault. */
function byRow(errors: Readonly<Record<string, string>>): Record<string, string> {
  const rows: Record<string, string> = {};
  for (const [name, message] of Object.entries(errors)) {
    const parts = name.split(".");
    const row = parts.slice(0, /^\d+$/.test(parts[2] ?? "") ? 4 : 2).join(".");
    if (!name.startsWith("$")) rows[row] ??= message;
  }
  return rows;
}

/** A detail whose name begins with « $ » is of the form, not of a field. */
function byField(details: Details): Record<string, string> {
  return Object.fromEntries(Object.entries(details).filter(([name]) => !name.startsWith("$")));
}

const filledPrefix = "$filled.";

/** What the save wrote beside what was typed: the edition, and the controls filled in from what was known. */
function savedValues(details: Details): Record<string, string> {
  const filled = Object.entries(details)
    .filter(([name]) => name.startsWith(filledPrefix))
    .map(([name, text]) => [name.slice(filledPrefix.length), text] as const);
  return { ...Object.fromEntries(filled), ...(details.$edition && { edition: details.$edition }) };
}
