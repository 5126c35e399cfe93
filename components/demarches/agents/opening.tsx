import { StatusTag } from "@/components/ui/status-tag";
import { SummaryCard } from "@/components/ui/summary-card";
import { TextLink } from "@/components/ui/text-link";
import type { OpeningStep } from "@/lib/demarches/types";
import { count } from "@/lib/shared/text";

const words: Record<OpeningStep["key"], { href: string; label: string; what: string }> = {
  town: {
    href: "/admin/reglages/ville",
    label: "Nom et accueil de la ville",
    what: "Sans eux, le portail est celui de « Votre commune ».",
  },
  services: { href: "/admin/services", label: "Services", what: "Qui répond aux démarches." },
  agents: { href: "/admin/agents", label: "Agents", what: "Au moins un agent en poste dans chaque service." },
  demarches: { href: "/admin/demarches/publier", label: "Démarches", what: "Au moins une, publiée." },
  legal: {
    href: "/admin/reglages/ville",
    label: "Mentions légales",
    what: "L’éditeur, la direction de la publication, l’hébergeur, le délégué à la protection des données.",
  },
  accessibility: {
    href: "/admin/reglages/accessibilite",
    label: "Déclaration d’accessibilité",
    what: "Relue, et datée du jour où elle l’a été.",
  },
  mail: {
    href: "/admin/courriels",
    label: "Courriels",
    what: "Un service d’envoi et une adresse d’expéditeur de la ville, donnés par qui exploite le portail.",
  },
  antivirus: {
    href: "#services-techniques",
    label: "Antivirus",
    what: "Il contrôle les fichiers reçus. Il est installé par qui exploite le portail.",
  },
  backup: {
    href: "/admin/reglages/sauvegarde",
    label: "Sauvegarde",
    what: "Qui la fait, et une première qui a réussi.",
  },
};

/** What is left to do before the portal opens; nothing once all is done. */
export function Opening({ steps }: { steps: readonly OpeningStep[] }) {
  const left = steps.filter(({ isDone }) => !isDone).length;
  if (left === 0) return null;
  return (
    <SummaryCard title="Avant d’ouvrir le portail">
      <p className="mb-4">{count(left, "étape reste", "étapes restent")} à faire.</p>
      <ol className="list-decimal ps-6">
        {steps.map(({ key, isDone }) => (
          <li key={key} className="mb-2">
            <TextLink href={words[key].href}>{words[key].label}</TextLink>{" "}
            <StatusTag tone={isDone ? "success" : "attention"} label={isDone ? "Fait" : "À faire"} />
            {isDone ? null : <p className="text-ink-soft">{words[key].what}</p>}
          </li>
        ))}
      </ol>
    </SummaryCard>
  );
}
