import { LogoForms } from "@/components/admin/logo-forms";
import { PortalForm } from "@/components/admin/portal-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getPortalSetting } from "@/lib/organisation/queries";
import { logoRefusals, type LogoRefusal } from "@/lib/organisation/schema/portal";
import { requireAdmin } from "@/lib/web/current-actor";
import { getPortal } from "@/lib/web/portal";
import { firstOf } from "@/lib/web/query-text";
import { changePortalAction, removeLogoAction } from "./actions";

const title = "La ville";

export default async function TownPage({ searchParams }: PageProps<"/admin/reglages/ville">) {
  const setting = await getPortalSetting(await requireAdmin());
  const [{ logo }, { refus }] = await Promise.all([getPortal(), searchParams]);
  const refusal = firstOf(refus);
  return (
    <Page width="form" before={<BackLink href="/admin/reglages">Réglages</BackLink>}>
      <PageHeading title={title} lead="Ce que toutes les pages et tous les courriels disent d’elle." />
      <LogoForms
        logo={logo}
        remove={removeLogoAction}
        refusal={refusal in logoRefusals ? logoRefusals[refusal as LogoRefusal] : null}
      />
      <PortalForm action={changePortalAction} title={title} hasError={refusal in logoRefusals} setting={setting} />
    </Page>
  );
}
