import { notFound } from "next/navigation";
import { OnThisDevice } from "@/app/demandes/on-this-device";
import { ContactNote } from "@/components/demandes/steps/contact-note";
import { Confirmation, confirmationTitle } from "@/components/demandes/steps/confirmation";
import { Page as PageFrame } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { findContactCorrection } from "@/lib/demandes/queries/find-contact-correction";
import { findDemandeById } from "@/lib/demandes/queries/find-demande";
import { findLateLetter } from "@/lib/demandes/queries/find-late-letter";
import { isId, type DemandeId } from "@/lib/shared/ids";
import { currentVisitor } from "@/lib/web/session/current-actor";

export default async function Page({ params }: PageProps<"/demandes/[id]/confirmation">) {
  const { id } = await params;
  const actor = await currentVisitor();
  const demande = isId(id) ? await findDemandeById(actor, id as DemandeId) : null;
  if (!demande) notFound();
  const [contact, letterLeavesAt] = await Promise.all([
    findContactCorrection(actor, demande.id),
    findLateLetter(actor, demande.id, demande.revision),
  ]);
  return (
    <>
      <PageTitle title={confirmationTitle(demande)} />
      <PageFrame>
        <Confirmation demande={demande} isSignedIn={actor.kind === "citizen"} letterLeavesAt={letterLeavesAt} />
        {contact ? <ContactNote contact={contact} number={demande.number} demandeId={demande.id} /> : null}
        <OnThisDevice demandeId={demande.id} here={`/demandes/${demande.id}/confirmation`} />
      </PageFrame>
    </>
  );
}
