import { AgentFrame } from "@/components/layout/agent-frame";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { FlashBanner } from "@/components/ui/flash-banner";
import { StatusTag } from "@/components/ui/status-tag";
import { getPortal } from "@/lib/web/page/portal";
import { Records } from "../pieces/records";

const links = [
  { href: "/atelier/agents", label: "Accueil" },
  { href: "/admin/demandes", label: "Demandes" },
  { href: "/admin/demarches", label: "Démarches" },
];

/** Every piece of the interface in the agents’ frame, where lines are closer. */
export default async function AgentsAtelierPage() {
  const viewer = { kind: "agent", name: "Prénom Nom", service: "État civil" } as const;
  const notice = <FlashBanner>La demande a été prise en charge.</FlashBanner>;
  return (
    <AgentFrame portal={await getPortal()} viewer={viewer} links={links} notices={notice}>
      <PageTitle title="Atelier des agents" />
      <Page width="wide">
        <PageHeading
          title="Demande n° 2026-7K3M-9QX2"
          caption="Copie d’acte de naissance"
          tag={<StatusTag tone="info" label="En traitement" />}
        />
        <Records />
      </Page>
    </AgentFrame>
  );
}
