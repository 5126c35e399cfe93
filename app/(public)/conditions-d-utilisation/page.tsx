import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { TermsOfUse } from "@/components/legal/terms-of-use";
import { Prose } from "@/components/ui/prose";
import { getPortal } from "@/lib/web/page/portal";

export default async function TermsOfUsePage() {
  const portal = await getPortal();
  return (
    <>
      <PageTitle title="Conditions d’utilisation" />
      <Page>
        <PageHeading title="Conditions d’utilisation" />
        <Prose>
          <TermsOfUse portal={portal} />
        </Prose>
      </Page>
    </>
  );
}
