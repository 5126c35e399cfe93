import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Padlock } from "@/components/ui/padlock";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import type { ManagedDemarche } from "@/lib/demarches/types";
import { formatShortDate } from "@/lib/shared/dates";

type Props = { demarches: readonly ManagedDemarche[] };

/** The démarches of the portal, published or not. */
export function DemarcheTable({ demarches }: Props) {
  if (demarches.length === 0)
    return (
      <EmptyState title="Aucune démarche pour l’instant">
        <p>
          Créez d’abord les <TextLink href="/admin/services">services</TextLink> qui y répondront, puis choisissez parmi
          les démarches livrées.
        </p>
        <LinkButton href="/admin/demarches/publier">Publier des démarches livrées</LinkButton>
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
          <TextLink key="title" href={`/admin/demarches/${demarche.id}`}>
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
