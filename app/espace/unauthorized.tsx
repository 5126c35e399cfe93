import { ExpiredForm } from "@/components/accounts/expired-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { findExpiredForm } from "@/lib/web/expired-form";

/** A form sent after the end of the session, without JavaScript. */
export default async function Unauthorized() {
  const posted = await findExpiredForm();
  return (
    <Page width="form">
      <PageTitle title="Votre session a pris fin" />
      <PageHeading
        title="Votre session a pris fin"
        lead="Ce que vous avez saisi est conservé. Connectez-vous à nouveau dans un autre onglet, puis validez ici."
      />
      <ExpiredForm posted={posted ?? []} />
    </Page>
  );
}
