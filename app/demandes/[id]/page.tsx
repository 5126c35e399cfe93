import type { Route } from "next";
import { redirect } from "next/navigation";
import { journeyOf } from "@/components/demandes/steps/journey";
import { stepHref } from "@/components/demandes/steps/step-names";
import { loadDraft } from "./load-draft";

/** « Reprendre »: the page that was left. A correction, whose pages are others, begins at its first. */
export default async function Page({ params }: PageProps<"/demandes/[id]">) {
  const { id } = await params;
  const draft = await loadDraft(id);
  const places = journeyOf(draft);
  const left = draft.mode === "correction" ? undefined : places.find(({ step }) => step === draft.step);
  redirect(((left ?? places[0])?.href ?? stepHref(id, "recapitulatif")) as Route);
}
