import { LinkButton } from "@/components/ui/link-button";
import type { RelationSummary } from "@/lib/relations/types";
import { formatDate } from "@/lib/shared/dates";
import { relationRoleLabels } from "@/lib/vocabulary/roles";
import { groupOf, relationGroups, type RelationGroup } from "./relation-kinds";

const titles: Record<RelationGroup, string> = {
  adulte: "Les adultes",
  enfant: "Les enfants",
  organisation: "Les organisations",
};
const empty: Record<RelationGroup, string> = {
  adulte: "Conjoint, parent ou autre adulte de votre foyer.",
  enfant: "Vos enfants, déjà nés ou à naître.",
  organisation: "Une association ou une entreprise que vous représentez.",
};

/** F36: the adults on the left, the children on the right; then the organisations. */
export function RelationList({ relations }: { relations: readonly RelationSummary[] }) {
  return (
    <div className="grid gap-8 md:grid-cols-2">
      {(Object.keys(relationGroups) as RelationGroup[]).map((group) => (
        <GroupOfRelations
          key={group}
          group={group}
          relations={relations.filter(({ role }) => groupOf(role) === group)}
        />
      ))}
    </div>
  );
}

type Props = { group: RelationGroup; relations: readonly RelationSummary[] };

function GroupOfRelations({ group, relations }: Props) {
  return (
    <section aria-labelledby={`groupe-${group}`} className={group === "organisation" ? "md:col-span-2" : undefined}>
      <h2 id={`groupe-${group}`} className="mb-3">
        {titles[group]}
      </h2>
      {relations.length === 0 ? (
        <p className="empty-state">{empty[group]}</p>
      ) : (
        <ul className="link-list">
          {relations.map(({ id, name, role, birthDate }) => (
            <li key={id}>
              <a href={`/espace/relations/${id}`}>
                <bdi>{name}</bdi>
                <span className="sr-only"> : voir la fiche</span>
              </a>
              <p>
                {relationRoleLabels[role]}
                {birthDate ? `, naissance le ${formatDate(birthDate)}` : ""}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4">
        <LinkButton href={`/espace/relations/ajouter?type=${group}`} variant="secondary">
          {relationGroups[group].add}
        </LinkButton>
      </p>
    </section>
  );
}
