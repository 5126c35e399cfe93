import { SessionList } from "@/components/accounts/session-list";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { TextLink } from "@/components/ui/text-link";
import { listSessions } from "@/lib/accounts/queries/list-sessions";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { endOtherSessionsAction, endSessionAction } from "./actions";

export default async function SessionsPage() {
  const sessions = await listSessions(await requireCitizen());
  return (
    <Page width="wide" before={<BackLink href="/espace/compte">Gestion du compte</BackLink>}>
      <PageTitle title="Mes connexions" />
      <PageHeading
        title="Mes connexions"
        lead="Les appareils où votre compte est ouvert. Une connexion se termine après 30 minutes sans activité, et au bout de 12 heures."
      />
      <SessionList sessions={sessions} end={endSessionAction} endOthers={endOtherSessionsAction} />
      <p className="mt-6">
        Vous ne reconnaissez pas un appareil ? Fermez sa connexion, puis{" "}
        <TextLink href="/espace/compte/mot-de-passe">changez votre mot de passe</TextLink>.
      </p>
    </Page>
  );
}
