import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Padlock } from "@/components/ui/padlock";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import { formatShortDate } from "@/lib/shared/dates";

type Props = {
  demarches: readonly {
    slug: string;
    title: string;
    theme: string;
    service: string;
    access: "free" | "account";
    isPublished: boolean;
    version: number | null;
    publishedAt: Date | null;
  }[];
};

/** The démarches of the portal, published or not. */
export function DemarcheTable({ demarches }: Props) {
  if (demarches.length === 0)
    return (
      <EmptyState title="Aucune démarche pour l’instant">
        <p>
          Créez d’abord les <TextLink href="/admin/services">services</TextLink> qui y répondront. La personne qui
          exploite le portail publie ensuite les démarches livrées que vous choisissez.
        </p>
      </EmptyState>
    );
  return (
    <DataTable
      caption="Démarches"
      isCaptionHidden
      columns={[
        { label: "Démarche" },
        { label: "Thème" },
        { label: "Service" },
        { label: "Accès" },
        { label: "État" },
        { label: "Version" },
      ]}
      rows={demarches.map((demarche) => ({
        id: demarche.slug,
        cells: [
          <TextLink key="title" href={`/demarches/${demarche.slug}`}>
            {demarche.title}
          </TextLink>,
          demarche.theme,
          demarche.service,
          demarche.access === "account" ? <Padlock key="access" /> : "Libre",
          <StatusTag
            key="state"
            tone={demarche.isPublished ? "success" : "neutral"}
            label={demarche.isPublished ? "Publiée" : "Non publiée"}
          />,
          demarche.version && demarche.publishedAt
            ? `${demarche.version}, du ${formatShortDate(demarche.publishedAt)}`
            : "Aucune",
        ],
      }))}
    />
  );
}
