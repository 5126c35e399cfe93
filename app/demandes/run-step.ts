import type { Route } from "next";
import { z } from "zod";
import { countItems } from "@/components/demandes/form/paths";
import { saveStep } from "@/lib/demandes/commands/save-step";
import { saveStepSchema } from "@/lib/demandes/schema/citizen";
import type { StepSlug } from "@/lib/demandes/types/demande";
import { done, type Result } from "@/lib/shared/result";
import { townAt } from "@/lib/web/page/communes";
import { getPortal } from "@/lib/web/page/portal";
import type { Visitor } from "@/lib/web/session/current-actor";
import { sendingSchema } from "@/lib/web/upload/upload-outcomes";

/** Hidden fields of every step. `intent` is the button pressed; « Continuer » has none. */
export const stepFormSchema = saveStepSchema
  .pick({ demandeId: true, step: true, edition: true, confirmed: true })
  .extend({
    intent: z.string().max(200).default(""),
    next: z.enum(["recapitulatif"]).optional(),
    /** How many times the documents were judged: each refusal is announced. */
    attempt: z.coerce.number().int().min(0).max(10_000).default(0),
    /** What the page says of files sent without JavaScript: said still when it comes again. */
    envoi: sendingSchema,
  });

type Raw = Readonly<Record<string, string | string[]>>;
type StepForm = z.output<typeof stepFormSchema> & { flat: Raw };
type Saved = Result<{ to: Route }, "stale" | "invalid" | "to_confirm" | "not_editable">;

/** Saves the step, then leads to the next one; « Ajouter », « Supprimer », « Reprendre » and « Mettre à jour » come back to it. */
export async function runStep(visitor: Visitor, form: StepForm): Promise<Saved> {
  const { demandeId, step, edition, confirmed, flat, next, intent } = form;
  const [verb = "", path = ""] = intent.split(":");
  const mode = verb === "" ? "continue" : "save";
  const raw = verb === "add" || verb === "remove" ? { ...flat, _action: intent } : { ...flat };
  const { contact } = await getPortal();
  const town = await townAt(contact.address);
  const asked = { demandeId, step, edition, mode, part: "fields", raw, confirmed, town } as const;
  const saved = await saveStep(visitor, asked);
  if (!saved.ok) return saved;
  // Another address each time: a page whose address differs by its anchor alone would not be asked again.
  const query = new URLSearchParams({ e: String(saved.value.edition), ...(next && { retour: next }) });
  const here = `/demandes/${demandeId}/${step}?${query.toString()}`;
  const onwards = `/demandes/${demandeId}/${next ?? following(step)}`;
  const places: Readonly<Record<string, string>> = {
    "": onwards,
    ...groupPlaces(here, path, flat),
    fill: `${takenFrom(here, path, flat)}#champ-${path}`,
  };
  return done({ to: (places[verb] ?? here) as Route });
}

/** The item just added, or the one that took the place of the removed one; the page says what was done. */
function groupPlaces(here: string, path: string, flat: Raw) {
  const group = path.replace(/\.\d+$/, "");
  const added = `${path}.${countItems(path, flat)}`;
  const left = countItems(group, flat) - 1;
  const next = Math.min(Number(path.slice(group.length + 1)), left - 1);
  return {
    add: `${here}&ajoute=${added}#champ-${added}`,
    remove: `${here}&retire=${path}#champ-${next < 0 ? group : `${group}.${next}`}`,
  };
}

/** Judges the documents; the page says what is missing, beside each one. Otherwise, the summary. */
export async function runDocuments(visitor: Visitor, form: StepForm): Promise<Saved> {
  const { demandeId, edition, attempt, envoi } = form;
  const input = { demandeId, step: "demande", edition, mode: "continue", part: "documents", raw: {} } as const;
  const result = await saveStep(visitor, input);
  if (result.ok) return done({ to: `/demandes/${demandeId}/recapitulatif` as Route });
  if (result.reason !== "invalid") return result;
  const query = new URLSearchParams({ verifier: String(attempt + 1), ...(envoi && { envoi, vu: "1" }) });
  return done({ to: `/demandes/${demandeId}/demande/documents?${query.toString()}` as Route });
}

/** The page fills the field in from whom was chosen; nothing of the person stands in the address, only who it is. */
function takenFrom(here: string, path: string, raw: Raw): string {
  const who = raw[`reprendre.${path}`];
  const query = new URLSearchParams({ reprendre: path, de: typeof who === "string" ? who : "" });
  return `${here}&${query.toString()}`;
}

function following(step: StepSlug): string {
  if (step === "informations") return "demande";
  return step === "demande" ? "demande/documents" : "informations";
}
