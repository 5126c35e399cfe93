import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { PersonalData } from "@/components/legal/personal-data";
import { Prose } from "@/components/ui/prose";
import { franceConnectHref } from "@/lib/web/identity/france-connect";
import { getPortal } from "@/lib/web/page/portal";

export default async function PersonalDataPage() {
  const portal = await getPortal();
  return (
    <>
      <PageTitle title="Données personnelles" />
      <Page>
        <PageHeading title="Données personnelles" />
        <Prose>
          <PersonalData portal={portal} usesFranceConnect={franceConnectHref() !== null} />
        </Prose>
      </Page>
    </>
  );
}
