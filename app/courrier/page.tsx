import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { LetterTable } from "@/components/mailbox/letter-table";
import { listLetters } from "@/lib/web/page/mailbox";
import { orNotFound } from "@/lib/web/page/or-not-found";

export default async function MailboxPage() {
  const letters = await orNotFound(listLetters);
  return (
    <>
      <PageTitle title="Courrier" />
      <Page width="wide">
        <PageHeading
          title="Courrier"
          lead="Ce portail n’envoie pas de vrais courriels : ceux qu’il écrit sont ici, du plus récent au plus ancien."
        />
        <LetterTable letters={letters} />
      </Page>
    </>
  );
}
