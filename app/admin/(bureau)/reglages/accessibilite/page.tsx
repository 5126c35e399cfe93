import { AccessibilityForm } from "@/components/organisation/accessibility-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getPortalSetting } from "@/lib/organisation/queries/find-portal";
import { requireAdmin } from "@/lib/web/session/current-actor";
import { changeAccessibilityAction } from "./actions";

const title = "Déclaration d’accessibilité";

export default async function AccessibilitySettingsPage() {
  const { accessibility, versions } = await getPortalSetting(await requireAdmin());
  return (
    <Page width="form" before={<BackLink href="/admin/reglages">Réglages</BackLink>}>
      <PageHeading title={title} lead="Ce que la ville déclare au bas de chaque page et à la page « Accessibilité »." />
      <AccessibilityForm
        action={changeAccessibilityAction}
        title={title}
        accessibility={accessibility}
        version={versions.accessibility}
      />
    </Page>
  );
}
