import { notFound } from "next/navigation";
import { startDemandeAction, startWithAccountAction } from "@/app/demandes/actions";
import { OwnDeviceBox } from "@/components/demandes/own-device-box";
import { DemarcheBody } from "@/components/demarches/demarche-body";
import { DemarcheFacts } from "@/components/demarches/demarche-facts";
import { DemarcheTrail } from "@/components/demarches/demarche-trail";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { Padlock } from "@/components/ui/padlock";
import { listDraftsOf } from "@/lib/demandes/queries/list-drafts";
import { listQuotaHeld } from "@/lib/demandes/queries/list-quota-held";
import { currentVisitor } from "@/lib/web/session/current-actor";
import { today } from "@/lib/web/page/today";
import { openDemarche } from "../../catalogue";

export default async function DemarchePage({ params }: PageProps<"/demarches/[slug]">) {
  const [{ slug }, visitor] = await Promise.all([params, currentVisitor()]);
  const demarche = (await openDemarche(slug)) ?? notFound();
  const isSignedIn = visitor.kind === "citizen";
  const [drafts, held] = await Promise.all([
    isSignedIn || visitor.guest ? listDraftsOf(visitor, slug) : [],
    visitor.kind === "citizen" ? listQuotaHeld(visitor, slug) : [],
  ]);
  const { title, summary, access } = demarche;
  const aside = <DemarcheFacts demarche={demarche} today={today()} canStart={held.length === 0} />;
  return (
    <>
      <PageTitle title={title} description={summary} />
      <Page before={<DemarcheTrail {...demarche} />} aside={aside}>
        <PageHeading title={title} lead={summary} tag={access === "account" ? <Padlock /> : undefined} />
        <DemarcheBody
          demarche={demarche}
          drafts={drafts}
          held={held}
          today={today()}
          isSignedIn={isSignedIn}
          start={startDemandeAction}
          startWithAccount={startWithAccountAction}
          ownDevice={<OwnDeviceBox />}
        />
      </Page>
    </>
  );
}
