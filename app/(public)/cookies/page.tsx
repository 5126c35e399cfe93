import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { CookiesText } from "@/components/legal/cookies-text";

export default function CookiesPage() {
  return (
    <>
      <PageTitle title="Cookies" />
      <Page width="wide">
        <PageHeading title="Cookies" />
        <CookiesText />
      </Page>
    </>
  );
}
