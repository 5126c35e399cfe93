import { BackLink } from "@/components/ui/back-link";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { StepList } from "@/components/ui/step-list";
import { StepProgress, type Step } from "@/components/ui/step-progress";
import { Section } from "./section";

const steps: Step[] = [
  { label: "La démarche", state: "done", href: "#etape-1" },
  { label: "Mon rendez-vous", state: "done", href: "#etape-2" },
  { label: "Mes informations", state: "current" },
  { label: "Ma demande", state: "todo" },
  { label: "Le récapitulatif", state: "todo" },
];

const tabs = [
  { href: "#historique", label: "Historique", isCurrent: true },
  { href: "#demande", label: "La demande", isCurrent: false },
  { href: "#demandeur", label: "Le demandeur", isCurrent: false },
  { href: "#echanges", label: "Échanges", isCurrent: false, note: "2 non lus" },
  { href: "#pieces", label: "Pièces jointes", isCurrent: false },
];

export function Navigation() {
  return (
    <Section id="reperes" title="Repères">
      <Breadcrumb
        items={[
          { href: "/", label: "Accueil" },
          { href: "/demarches", label: "Démarches" },
        ]}
        current="Copie d’acte de naissance"
      />
      <BackLink href="#reperes" />
      <StepProgress steps={steps} />
      <div className="mb-8 max-w-[19rem]">
        <StepList title="Votre demande" steps={steps} />
      </div>
      <LinkTabs label="Demande n° 2026-7K3M-9QX2" items={tabs} />
      <Pagination label="Pages des demandes" previousHref="#page-1" nextHref="#page-3" position="Page 2 sur 7" />
    </Section>
  );
}
