import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { transact } from "@/lib/kernel/transact";
import { checkDemande, checkStep, parseStep, toFormValues } from "@/lib/demarches/answers";
import type { Answers } from "@/lib/demarches/form";
import { fillOwn } from "@/lib/demarches/rules/known";
import { allSections } from "@/lib/demarches/sections";
import { confirmationOf, findWarnings } from "@/lib/demarches/fields/warnings";
import { visiblePaths } from "@/lib/demarches/visibility";
import type { FieldErrors } from "@/lib/shared/form-state";
import { done, refuse, type Result } from "@/lib/shared/result";
import { judgedOf, keepAsFiled } from "../draft/as-filed";
import { listCurrentFiles } from "../files/attached-files";
import { fillBeneficiary } from "../draft/beneficiary";
import { keepOpen, openPaths } from "../revision/correction";
import { filePaths } from "../files/file-fields";
import { lockDraft, writeAnswers, type LockedDraft } from "../draft/lock-draft";
import { oddPlaces } from "../draft/odd-places";
import type { SaveStep } from "../schema/citizen";
import { officialCommunes } from "../draft/official-communes";
import type { StepSlug } from "../types/demande";

/** Details of a refusal, beside the names of controls: the edition to send back with the next write. */
const editionDetail = "$edition";
/** Of what is asked to be looked at again: what to send back to go on with it. */
const confirmDetail = "$confirmed";

/** Told where what is missing is asked by questions that these very answers made appear: « all » of it, or « some ». */
const appearedDetail = "$appeared";

/** Before the name of a control that was filled in, or emptied, from what is known: the page that is refused shows it. */
const filledDetail = "$filled.";

/** Told to whoever is refused, and made for them alone. */
type Filled = () => FieldErrors;
type Saved = { edition: number; errors: FieldErrors; odd: FieldErrors; confirmation: string; told: Filled };

/**
 * Keeps a whole step as typed, right or wrong; `raw._action` adds or removes an item of a group. What is known already is filled in (a refusal tells it: `$filled.` and the name of a control). « invalid »: it is saved,
 * and in mode « continue » something in it is wrong (details: a sentence by control). « stale »: written elsewhere since
 * the page was shown, nothing was overwritten. « not_editable »: submitted, taken in charge or closed meanwhile.
 * « to_confirm »: nothing is wrong, something is unlikely (a sentence by control); the same, sent with `$confirmed`, goes on.
 */
export async function saveStep(
  actor: Actor,
  input: SaveStep,
): Promise<Result<{ edition: number }, "stale" | "not_editable" | "invalid" | "to_confirm">> {
  const settled = { ...input, raw: await officialCommunes(input.raw) };
  const saved = await transact<Saved, "stale" | "not_editable">(actor, async ({ tx, unrecorded }) => {
    const draft = await lockDraft(tx, actor, input.demandeId);
    if (!draft) return refuse("not_editable");
    if (draft.open.edition !== input.edition) return refuse("stale", { [editionDetail]: String(draft.open.edition) });

    const { answers, errors: wrong, filled } = readStep(draft, settled);
    const errors = { ...wrong, ...(await missingFiles(tx, draft, answers, input)) };
    const { odd, confirmation } = await oddAnswers(draft, answers, input);
    const isOver = input.mode === "continue" && isEmpty(errors) && isEmpty(odd);
    const here = input.part === "documents" ? "documents" : input.step;
    const edition = await writeAnswers(tx, draft, answers, isOver ? after(draft, answers, input) : here);
    unrecorded("what is typed in a form is not an act yet");
    const told = () => ({ ...filled(), ...ofNewQuestions(draft, answers, errors) });
    return done({ edition, errors, odd, confirmation, told });
  });
  if (!saved.ok) return saved;
  const { edition, errors, odd, confirmation, told } = saved.value;
  if (input.mode === "save") return done({ edition });
  if (isEmpty(errors) && isEmpty(odd)) return done({ edition });
  const next = { ...told(), [editionDetail]: String(edition) };
  if (!isEmpty(errors)) return refuse("invalid", { ...errors, ...next });
  return refuse("to_confirm", { ...odd, ...next, [confirmDetail]: confirmation });
}

function isEmpty(errors: FieldErrors): boolean {
  return Object.keys(errors).length === 0;
}

/** Without JavaScript, a question that an answer calls for has not been seen when « Continuer » is pressed. */
function ofNewQuestions(
  { definition, context, open }: LockedDraft,
  answers: Answers,
  errors: FieldErrors,
): FieldErrors {
  const sections = allSections(definition, context);
  const [before, now] = [visiblePaths(sections, open.answers), visiblePaths(sections, answers)];
  const questions = Object.keys(errors).map((control) => control.split(".").slice(0, 2).join("."));
  const appeared = questions.filter((path) => now.has(path) && !before.has(path));
  if (appeared.length === 0) return {};
  return { [appearedDetail]: appeared.length === questions.length ? "all" : "some" };
}

/** What is unlikely and was not confirmed yet, among what is judged. */
async function oddAnswers(draft: LockedDraft, answers: Answers, { step, part, mode, confirmed, town = [] }: SaveStep) {
  const none = { odd: {}, confirmation: "" };
  if ((step !== "informations" && step !== "demande") || part === "documents" || mode === "save") return none;
  const isJudged = judgedOf(draft, answers);
  const { definition, context } = draft;
  const warnings = {
    ...(await oddPlaces(definition, step, answers, context)),
    ...findWarnings(definition, step, answers, context, town),
  };
  const odd = Object.fromEntries(
    Object.entries(warnings).filter(([control]) => isJudged(control.split(".").slice(0, 2).join("."))),
  );
  const confirmation = confirmationOf(odd, answers);
  return confirmed === confirmation ? none : { odd, confirmation };
}

type Read = { answers: Answers; errors: FieldErrors; filled: Filled };
const nothing: Filled = () => ({});

function readStep(draft: LockedDraft, { step, raw, part }: SaveStep): Read {
  const { definition, context, open, correction, filed } = draft;
  if ((step !== "informations" && step !== "demande") || part === "documents")
    return { answers: open.answers, errors: {}, filled: nothing };
  const read = parseStep(definition, step, raw, open.answers, context);
  const own = fillOwn(definition, read.answers, open.answers, context);
  const filled = fillBeneficiary(own, open.answers, context.people, filed !== null);
  const kept = correction ? keepOpen(open.answers, filled, openPaths(correction, definition, filled, context)) : filled;
  const answers = keepAsFiled(draft, kept);
  if (answers === read.answers && !filed) return { ...read, filled: nothing };
  const errors = checkStep(definition, step, answers, context, judgedOf(draft, answers));
  return { answers, errors, filled: () => filledIn(draft, read.answers, filled) };
}

/** What of the page changed since it was read, by the detail that says it. */
function filledIn({ definition, context }: LockedDraft, read: Answers, filled: Answers): FieldErrors {
  const [before, after] = [read, filled].map((answers) => toFormValues(definition, answers, context));
  const names = Object.keys({ ...before, ...after }).filter((name) => before?.[name] !== after?.[name]);
  const told = names.flatMap((name) => {
    const text = after?.[name] ?? "";
    return typeof text === "string" ? [[`${filledDetail}${name}`, text] as const] : [];
  });
  return Object.fromEntries(told);
}

/** Where « Continuer » leads, and where the draft opens again. */
function after({ definition, context }: LockedDraft, answers: Answers, { step, part }: SaveStep): StepSlug {
  if (step === "informations") return "demande";
  if (step !== "demande" || part === "documents") return "recapitulatif";
  const shown = visiblePaths(allSections(definition, context), answers);
  return [...filePaths(definition)].some((path) => shown.has(path)) ? "documents" : "recapitulatif";
}

async function missingFiles(
  tx: Tx,
  draft: LockedDraft,
  answers: Answers,
  { step, part, mode }: SaveStep,
): Promise<FieldErrors> {
  if (step !== "demande" || part === "fields" || mode === "save") return {};
  const { demande, open, definition, context } = draft;
  const paths = filePaths(definition);
  const files = await listCurrentFiles(tx, demande.id, open.number);
  const errors = checkDemande(definition, answers, files, context, judgedOf(draft, answers));
  return Object.fromEntries(Object.entries(errors).filter(([path]) => paths.has(path)));
}
