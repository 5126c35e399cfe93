import { LogoForms } from "@/components/organisation/logo-forms";
import { PortalForm } from "@/components/organisation/portal-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { refusalOf } from "@/components/ui/form/refusal-of";
import { getPortalSetting } from "@/lib/organisation/queries/find-portal";
import { isRefused } from "@/lib/shared/file-outcome";
import { requireAdmin } from "@/lib/web/session/current-actor";
import { readSentFiles } from "@/lib/web/upload/upload-outcomes";
import { changePortalAction, removeLogoAction } from "./actions";

const title = "La ville";

export default async function TownPage({ searchParams }: PageProps<"/admin/reglages/ville">) {
  const setting = await getPortalSetting(await requireAdmin());
  const sendings = await readSentFiles(await searchParams);
  const { sent } = sendings;
  return (
    <Page width="form" before={<BackLink href="/admin/reglages">Réglages</BackLink>}>
      {isRefused(sent) ? <ErrorSummary errors={refusalOf("logo", sent)} /> : null}
      <PageHeading title={title} lead="Ce que toutes les pages et tous les courriels disent d’elle." />
      <LogoForms
        logo={setting.shownLogo}
        version={setting.versions.logo}
        remove={removeLogoAction}
        sendings={sendings}
      />
      <PortalForm
        action={changePortalAction}
        title={title}
        hasError={isRefused(sent)}
        setting={setting}
        version={setting.versions.town}
      />
    </Page>
  );
}
