import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { CookiesText } from "@/components/legal/cookies-text";
import { franceConnectHref } from "@/lib/web/identity/france-connect";

export default function CookiesPage() {
  return (
    <>
      <PageTitle title="Cookies" />
      <Page width="wide">
        <PageHeading title="Cookies" />
        <CookiesText usesFranceConnect={franceConnectHref() !== null} />
      </Page>
    </>
  );
}
