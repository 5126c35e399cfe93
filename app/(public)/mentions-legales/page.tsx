import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { LegalNotice } from "@/components/legal/legal-notice";
import { Prose } from "@/components/ui/prose";
import { getPortal } from "@/lib/web/page/portal";

export default async function LegalNoticePage() {
  const portal = await getPortal();
  return (
    <>
      <PageTitle title="Mentions légales" />
      <Page>
        <PageHeading title="Mentions légales" />
        <Prose>
          <LegalNotice portal={portal} />
        </Prose>
      </Page>
    </>
  );
}
