import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { LetterView } from "@/components/mailbox/letter-view";
import { BackLink } from "@/components/ui/back-link";
import { getLetter } from "@/lib/web/page/mailbox";
import { orNotFound } from "@/lib/web/page/or-not-found";

export default async function LetterPage({ params }: PageProps<"/courrier/[id]">) {
  const { id } = await params;
  const letter = await orNotFound(() => getLetter(id));
  return (
    <>
      <PageTitle title={letter.subject} />
      <Page width="wide" before={<BackLink href="/courrier">Tous les courriels</BackLink>}>
        <PageHeading title={letter.subject} caption="Courrier" />
        <LetterView letter={letter} />
      </Page>
    </>
  );
}
