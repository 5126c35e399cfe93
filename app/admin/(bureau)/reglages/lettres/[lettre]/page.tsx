import { LetterPreview } from "@/components/letters/letter-preview";
import { OtherDemarches } from "@/components/letters/other-demarches";
import { RestoreForm, WordingForm } from "@/components/letters/wording-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getWording } from "@/lib/letters/queries/list-wordings";
import { requireAdmin } from "@/lib/web/session/current-actor";
import { orNotFound } from "@/lib/web/page/or-not-found";
import { changeWordingAction, restoreWordingAction } from "../actions";

export default async function WordingPage({ params, searchParams }: PageProps<"/admin/reglages/lettres/[lettre]">) {
  const admin = await requireAdmin();
  const [{ lettre }, { demarche }] = await Promise.all([params, searchParams]);
  const slug = typeof demarche === "string" ? demarche : "";
  const wording = await orNotFound(() => getWording(admin, { kind: lettre, demarche: slug }));
  return (
    <Page before={<BackLink href="/admin/reglages/lettres">Textes des courriels</BackLink>}>
      <PageHeading title={wording.label} lead={wording.demarche ? `Pour « ${wording.demarche.title} ».` : undefined} />
      <LetterPreview preview={wording.preview} />
      <WordingForm action={changeWordingAction} wording={wording} />
      {wording.isReworded ? <RestoreForm action={restoreWordingAction} wording={wording} /> : null}
      <OtherDemarches wording={wording} />
    </Page>
  );
}
