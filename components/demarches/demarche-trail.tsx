import { Breadcrumb } from "@/components/ui/breadcrumb";
import type { DemarcheCard } from "@/lib/demarches/types";

/** Where a démarche stands: home, catalogue, theme. */
export function DemarcheTrail({ title, theme }: Pick<DemarcheCard, "title" | "theme">) {
  const items = [
    { href: "/", label: "Accueil" },
    { href: "/demarches", label: "Démarches" },
    { href: `/demarches?theme=${theme.slug}`, label: theme.name },
  ];
  return <Breadcrumb items={items} current={title} />;
}
