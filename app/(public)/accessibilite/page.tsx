import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { AccessibilityStatement } from "@/components/legal/accessibility-statement";
import { Prose } from "@/components/ui/prose";
import { publicAddress } from "@/lib/web/route/public-address";
import { getPortal } from "@/lib/web/page/portal";

export default async function AccessibilityStatementPage() {
  const portal = await getPortal();
  return (
    <>
      <PageTitle title="Déclaration d’accessibilité" />
      <Page>
        <PageHeading title="Déclaration d’accessibilité" />
        <Prose>
          <AccessibilityStatement portal={portal} address={publicAddress()} />
        </Prose>
      </Page>
    </>
  );
}
