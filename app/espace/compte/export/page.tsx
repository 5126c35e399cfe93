import { ExportAsk } from "@/components/exports/export-ask";
import { ExportContents } from "@/components/exports/export-contents";
import { ExportOpen } from "@/components/exports/export-open";
import { ExportStatus } from "@/components/exports/export-status";
import { ReadyExports } from "@/components/exports/ready-exports";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { getProfile } from "@/lib/accounts/queries/get-profile";
import { getExports } from "@/lib/exports/queries";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { askExportAction, openExportsAction } from "./actions";

export default async function ExportPage() {
  const actor = await requireCitizen();
  const [exports, { email }] = await Promise.all([getExports(actor), getProfile(actor)]);
  return (
    <Page before={<BackLink href="/espace/compte">Gestion du compte</BackLink>}>
      {exports.can.ask ? null : <PageTitle title="Mes données" />}
      <PageHeading
        title="Mes données"
        lead="Vous pouvez à tout moment obtenir une copie de ce que le portail garde de vous."
      />
      <ExportStatus latest={exports.latest} canAsk={exports.can.ask} />
      <ReadyExports ready={exports.ready} />
      <ExportOpen action={openExportsAction} ready={exports.ready} email={email} />
      <ExportContents />
      <ExportAsk action={askExportAction} exports={exports} email={email} />
    </Page>
  );
}
