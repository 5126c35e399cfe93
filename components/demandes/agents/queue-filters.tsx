import { Checkbox } from "@/components/ui/fields/checkbox";
import { SelectField } from "@/components/ui/fields/select-field";
import { LinkButton } from "@/components/ui/link-button";
import { queueViewLabels, queueViews, queueViewSlugs } from "@/lib/demandes/types/agent";
import type { QueueParams } from "@/lib/demandes/schema/agent";
import { isFiltered } from "@/lib/demandes/rules/queue-href";

type Props = { params: QueueParams; demarches: readonly { slug: string; title: string }[] };

const views = queueViews.map((view) => ({ value: queueViewSlugs[view], label: queueViewLabels[view] }));

/** The criteria of the queue: an ordinary form, whose results have an address. */
export function QueueFilters({ params, demarches }: Props) {
  return (
    <form action="/admin/demandes" method="get" aria-label="Filtrer les demandes" className="admin-filters">
      {params.recherche ? <input type="hidden" name="recherche" value={params.recherche} /> : null}
      <SelectField name="etat" label="État" options={views} defaultValue={queueViewSlugs[params.etat]} placeholder="" />
      <SelectField
        name="demarche"
        label="Démarche"
        options={demarches.map(({ slug, title }) => ({ value: slug, label: title }))}
        defaultValue={params.demarche}
        placeholder="Toutes les démarches"
      />
      <Checkbox name="moi" value="oui" label="Prises en charge par moi" isTicked={params.moi} />
      <Checkbox name="retard" value="oui" label="En retard" isTicked={params.retard} />
      <div className="button-row">
        <button type="submit" className="button button-secondary">
          Filtrer
        </button>
        {isFiltered(params) ? (
          <LinkButton variant="plain" href="/admin/demandes">
            Effacer les filtres
          </LinkButton>
        ) : null}
      </div>
    </form>
  );
}
