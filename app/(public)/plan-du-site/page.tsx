import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { SiteMap } from "@/components/legal/site-map";
import { franceConnectHref } from "@/lib/web/identity/france-connect";

export default function SiteMapPage() {
  return (
    <>
      <PageTitle title="Plan du site" />
      <Page width="wide">
        <PageHeading title="Plan du site" />
        <SiteMap usesFranceConnect={franceConnectHref() !== null} />
      </Page>
    </>
  );
}
