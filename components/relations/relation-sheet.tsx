import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import type { RelationView } from "@/lib/relations/types";
import { formatDate } from "@/lib/shared/dates";
import { civilityLabels, relationRoleLabels } from "@/lib/vocabulary/roles";

/** F36: the sheet of a member of the household or of an organisation, an edit link a block. */
export function RelationSheet({ relation }: { relation: RelationView }) {
  const edit = (title: string) => (
    <a href={`/espace/relations/${relation.id}/modifier`}>
      Modifier<span className="sr-only"> : {title}</span>
    </a>
  );
  const address = [relation.addressLine, relation.addressExtra, `${relation.postalCode} ${relation.commune}`.trim()];
  return (
    <>
      <SummaryCard title="Identité" actions={edit("Identité")}>
        <SummaryList rows={relation.kind === "natural" ? personRows(relation) : organisationRows(relation)} />
      </SummaryCard>
      <SummaryCard title="Coordonnées" actions={edit("Coordonnées")}>
        <SummaryList
          rows={[
            { label: "Adresse", value: address.filter((line) => line !== "").join(", ") },
            { label: "Téléphone", value: relation.phone },
            { label: "Courriel", value: relation.email },
          ]}
        />
      </SummaryCard>
    </>
  );
}

function personRows(relation: RelationView) {
  return [
    { label: "Lien avec vous", value: relationRoleLabels[relation.role] },
    ...(relation.civility ? [{ label: "Civilité", value: civilityLabels[relation.civility] }] : []),
    { label: "Prénom", value: relation.firstName },
    { label: "Nom", value: relation.lastName },
    { label: "Date de naissance", value: relation.birthDate ? formatDate(relation.birthDate) : "" },
    { label: "Commune de naissance", value: relation.birthPlace },
  ];
}

function organisationRows(relation: RelationView) {
  return [
    { label: "Type", value: relationRoleLabels[relation.role] },
    { label: "Dénomination", value: relation.legalName },
    ...(relation.role === "association" ? [{ label: "Numéro RNA", value: relation.rna }] : []),
    { label: "Numéro SIRET", value: relation.siret },
  ];
}
