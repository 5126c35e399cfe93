import type { Route } from "next";
import { refresh } from "next/cache";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { isDatabaseAway } from "@/lib/kernel/database-away";
import { isNoRoom } from "@/lib/kernel/disk-room";
import { env } from "@/lib/kernel/env";
import { NotFound } from "@/lib/kernel/errors";
import { outdatedField } from "@/lib/shared/outdated-form";
import type { Asked, FieldErrors, FormState, FormValues } from "@/lib/shared/form-state";
import type { Result } from "@/lib/shared/result";
import { keepExpiredForm, keepAnswerToLate, sentAgainField } from "./expired-form";
import { findLostAccess, lostAccessSentences } from "../session/lost-access";
import { reportUnexpected } from "../route/report-unexpected";
import { flash } from "./flash";
import { flatMarker } from "./flat-form";
import { readFlat, toTree, unstorableNames, valuesOf, type FlatForm } from "./form-data";
import { attemptAfter, errorsOf, inOrder, isFormState } from "./form-errors";
import { noteRefusal } from "./refused-request";
import { countAction, type Counted, type Tries } from "./limits";
import { isFromOwnPage } from "./from-own-page";
import { checkHuman, type RobotRule } from "./robot";
import { inWords } from "./wait-sentence";
import { enter, notTheirs, type guestFields, type ActorOf, type Who } from "../session/who-acts";

z.config(z.locales.fr());

type Details = Readonly<Record<string, string>>;
/** `values` replace what was typed: the edition that a refused save has nevertheless reached. `asked`: nothing is wrong. */
type Explained = {
  errors?: FieldErrors;
  asked?: Asked;
  formError?: string;
  values?: FormValues;
};
/** How a refusal is said: a sentence above the form, beside a field, or made from the refusal's details. */
export type Refusal = string | { field: string; message: string } | ((details: Details) => string | Explained);

export type Outcome = Route | { to: Route; message: string } | FormState;

export type FormActionSpec<W extends Who, S extends z.ZodType, V, R extends string> = {
  /** Unique, kebab-case: names the limit and the log lines. */
  name: string;
  who: W;
  /** Tries that a person signed in may make, or else an address; 60 a minute unless told. */
  limit?: Tries;
  robot?: RobotRule;
  /** That of a `guest` says whose device it is: `guestFields`. */
  schema: S & (W extends "guest" ? { shape: typeof guestFields } : unknown);
  /** What the command alone judges of one control, said with what the schema refuses of the others: errors do not come in waves. */
  alsoJudge?: (typed: FlatForm) => Promise<FieldErrors>;
  run: (actor: ActorOf<W>, input: z.output<S>) => Promise<Result<V, R>>;
  refusals: Record<NoInfer<R>, Refusal>;
  /** Where to go, with a message or not; or what to show in place. `input`: what was asked. */
  onDone: (value: V, input: z.output<S>, actor: ActorOf<W>) => Outcome | Promise<Outcome>;
};

export type ServerFormAction = (previous: FormState, data: FormData) => Promise<FormState>;

/** Details of a refusal that are themselves errors by field: `refusals: { invalid: asFieldErrors }`. */
export const asFieldErrors: Refusal = (details) => ({ errors: details });

/**
 * The only way to make a server action: origin, who, limit and robot check, zod, command, answer, in this order.
 * Works the same with and without JavaScript; what was typed always comes back, secrets left out.
 */
export function formAction<W extends Who, S extends z.ZodType, V, R extends string>(
  spec: FormActionSpec<W, S, V, R>,
): ServerFormAction {
  return async function act(previous, data) {
    const read = data instanceof FormData ? readFlat(data) : {};
    const { [sentAgainField]: sentAgain, [outdatedField]: outdated, ...flat } = read;
    const state = outdated
      ? shownAgain(previous, flat, outdated === "complet")
      : await stateAfter(spec, act, previous, flat);
    if (state.status === "error" && !state.asked) await noteRefusal(state);
    if (sentAgain) await keepAnswerToLate();
    return state;
  };
}

/** What was filled on a page of another build, given back in the form of this one. Nothing is done. */
function shownAgain(previous: FormState, flat: FlatForm, isWhole: boolean): FormState {
  const missing = isWhole ? "" : " Un mot de passe ou un fichier est à donner à nouveau.";
  return {
    status: "error",
    errors: {},
    asked: {
      ...{ tone: "warning", mark: "À vérifier", title: "Votre saisie est à valider à nouveau" },
      first: `Le portail vient d’être mis à jour pendant que vous remplissiez cette page. Rien n’a été enregistré, et ce que vous avez saisi est conservé : vérifiez, puis validez à nouveau.${missing}`,
    },
    values: valuesOf(flat),
    attempt: attemptAfter(previous),
  };
}

async function stateAfter<W extends Who, S extends z.ZodType, V, R extends string>(
  spec: FormActionSpec<W, S, V, R>,
  act: ServerFormAction,
  previous: FormState,
  flat: FlatForm,
): Promise<FormState> {
  const refused = (explained: Explained): FormState => ({
    status: "error",
    errors: explained.errors ?? {},
    asked: explained.asked,
    formError: explained.formError,
    values: { ...valuesOf(flat), ...explained.values },
    attempt: attemptAfter(previous),
  });
  let outcome: Outcome;
  try {
    const answer = await answerTo(spec, flat, () => keepExpiredForm(act, flat, "session"));
    if ("refusal" in answer) return refused(answer.refusal);
    outcome = answer.outcome;
    if (typeof outcome === "object" && "to" in outcome) await flash(outcome.message, outcome.to);
  } catch (error) {
    unstable_rethrow(error);
    // Whose session or key has just ended finds nothing of theirs: they are told so, and keep what they typed.
    const lost = error instanceof NotFound && notTheirs[spec.who] === null ? await findLostAccess() : null;
    if (lost) {
      await keepExpiredForm(act, flat, lost);
      return refused({ formError: lostAccessSentences[lost] });
    }
    if (error instanceof NotFound) notFound();
    return refused({ formError: brokenSentence(error, reportUnexpected(error, spec.name)) });
  }
  if (isFormState(outcome)) return outcome;
  refresh(); // else the page that posts and is come back to, with a # or not, keeps what it showed
  redirect(typeof outcome === "string" ? outcome : outcome.to);
}

/** What broke, in words: a disk that is full, a database that restarts, or a fault of ours. */
function brokenSentence(error: unknown, number: string): string {
  if (isNoRoom(error))
    return `Le portail manque de place et ne peut rien enregistrer pour le moment (numéro ${number}). Les administrateurs en sont prévenus. Ce que vous avez saisi est conservé\u00A0: réessayez plus tard.`;
  const what = isDatabaseAway(error)
    ? "Le portail est momentanément indisponible"
    : "Une erreur est survenue de notre côté";
  return `${what} (numéro ${number}). Ce que vous avez saisi est conservé\u00A0: réessayez dans un instant.`;
}

type Answer = { refusal: Explained } | { outcome: Outcome };

async function answerTo<W extends Who, S extends z.ZodType, V, R extends string>(
  spec: FormActionSpec<W, S, V, R>,
  flat: FlatForm,
  onExpired: () => Promise<void>,
): Promise<Answer> {
  if (!(await isFromOwnPage())) return { refusal: { formError: elsewhere() } };
  const { counted, actor: admit } = await enter[spec.who]();
  const tried = await countAction(spec.name, spec.limit ?? usual, counted);
  if (!tried.isAllowed) return { refusal: { formError: tooMany(tried) } };
  const robot = spec.robot ? await checkHuman(spec.robot, flat) : null;
  if (robot) {
    // What is wrong in the form is said first: it takes more than two seconds to put right.
    const read = robot.isTooFast ? readInput(spec.schema, flat) : null;
    return { refusal: read && "refusal" in read ? read.refusal : robot };
  }
  if (!admit) {
    await onExpired();
    return { refusal: { formError: notTheirs[spec.who] ?? undefined } };
  }
  const read = readInput(spec.schema, flat);
  if ("refusal" in read) return { refusal: await withMore(read.refusal, spec, flat) };
  const actor = await admit(read.input);
  const result = await spec.run(actor, read.input);
  if (!result.ok)
    return {
      refusal: explain(spec.refusals[result.reason], result.details ?? {}),
    };
  await tried.giveBack();
  return { outcome: await spec.onDone(result.value, read.input, actor) };
}

/** What the schema makes of the form, or what is wrong in it. */
function readInput<S extends z.ZodType>(schema: S, flat: FlatForm): { input: z.output<S> } | { refusal: Explained } {
  const unstorable = unstorableNames(flat);
  if (unstorable.length > 0)
    return { refusal: { errors: Object.fromEntries(unstorable.map((name) => [name, unstorableMessage])) } };
  const parsed = schema.safeParse(flatMarker in schema ? flat : toTree(flat));
  return parsed.success ? { input: parsed.data } : { refusal: errorsOf(parsed.error, schema) };
}

async function withMore<W extends Who, S extends z.ZodType, V, R extends string>(
  refusal: Explained,
  { alsoJudge, schema }: FormActionSpec<W, S, V, R>,
  flat: FlatForm,
): Promise<Explained> {
  if (!alsoJudge || unstorableNames(flat).length > 0) return refusal;
  return { ...refusal, errors: inOrder({ ...(await alsoJudge(flat)), ...refusal.errors }, schema) };
}

const unstorableMessage =
  "Ce texte contient un caractère invisible qui ne peut pas être enregistré. Effacez-le et saisissez-le à nouveau.";

const usual: Tries = { max: 60, windowSeconds: 60 };

/** Checked here whatever proxy.ts did before. */
const elsewhere = () =>
  `Cet envoi ne vient pas d’une page du portail : rien n’a été enregistré. Ouvrez le portail à l’adresse ${env().APP_URL} et recommencez.`;

const tooMany = ({ retryAfter }: Counted) =>
  `Trop d’essais en peu de temps. Attendez ${inWords(retryAfter)}, puis validez à nouveau.`;

function explain(refusal: Refusal, details: Details): Explained {
  const said = typeof refusal === "function" ? refusal(details) : refusal;
  if (typeof said === "string") return { formError: said };
  return "field" in said ? { errors: { [said.field]: said.message } } : said;
}
