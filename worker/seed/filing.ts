import type { Actor } from "@/lib/kernel/actor";
import { attachFile } from "@/lib/demandes/commands/attach-file";
import { saveStep } from "@/lib/demandes/commands/save-step";
import { startDemande } from "@/lib/demandes/commands/start-demande";
import { submitDemande } from "@/lib/demandes/commands/submit-demande";
import { findDemandeById } from "@/lib/demandes/queries/find-demande";
import type { RawForm } from "@/lib/demandes/schema/citizen";
import type { DemandeId } from "@/lib/shared/ids";
import type { Result } from "@/lib/shared/result";
import { fold } from "@/lib/shared/text";
import { samplePdf } from "./papers";

/** What a person types, step by step, and the documents they attach: path of the field → title of the paper. */
export type Typed = { informations: RawForm; demande: RawForm; files?: Readonly<Record<string, string>> };

/** Begins a demande and fills it in through the same commands as a person; it stays a draft. */
export async function fill(
  actor: Actor,
  slug: string,
  { informations, demande, files = {} }: Typed,
): Promise<DemandeId> {
  const { demandeId } = must(await startDemande(actor, { slug }));
  const step = { demandeId, mode: "save", part: "fields" } as const;
  const first = must(await saveStep(actor, { ...step, step: "informations", edition: 0, raw: informations }));
  must(await saveStep(actor, { ...step, step: "demande", edition: first.edition, raw: demande }));
  for (const [path, title] of Object.entries(files)) {
    const name = `${fold(title).replace(/[^a-z]+/g, "-")}.pdf`;
    must(await attachFile(actor, { demandeId, path, file: { name, bytes: await samplePdf(title) } }));
  }
  return demandeId;
}

/** Fills a demande in and submits it. */
export async function fileIt(actor: Actor, slug: string, typed: Typed): Promise<DemandeId> {
  const demandeId = await fill(actor, slug, typed);
  must(await submitDemande(actor, { demandeId, revision: 1, robot: "passed" }));
  return demandeId;
}

/** What an agent's command asks: the demande as it stands. */
export async function asItStands(actor: Actor, demandeId: DemandeId) {
  const demande = await findDemandeById(actor, demandeId);
  if (!demande) throw new Error("the demonstration's own demande is not found");
  return { demandeId, lockVersion: demande.lockVersion };
}

/** A demonstration that refuses its own steps is a mistake of ours: it stops the seed and says which. */
export function must<T, R extends string>(result: Result<T, R>): T {
  if (!result.ok)
    throw new Error(`the demonstration was refused: ${result.reason} ${JSON.stringify(result.details ?? {})}`);
  return result.value;
}
