import { redirect } from "next/navigation";
import { loadDraft } from "./load-draft";

/** « Reprendre »: the step where one stopped. */
export default async function Page({ params }: PageProps<"/demandes/[id]">) {
  const { id } = await params;
  const { step } = await loadDraft(id);
  redirect(`/demandes/${id}/${step}`);
}
