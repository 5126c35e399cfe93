import type { DemandeView } from "@/lib/demandes/types/demande";
import { inFrenchOrder } from "@/lib/shared/french-order";

type Filing = Pick<DemandeView, "number" | "service" | "papers" | "together">;

type Props = {
  demande: Filing;
  /** « /espace/demandes » or « /suivi ». */ base: string;
};

/** A demande for each service chosen (decision 033): its number, what proves it, where it is followed. */
export function SentTogether({ demande, base }: Props) {
  return (
    <ul className="grid gap-3">
      {allOf(demande).map((each) => (
        <li key={each.number} className="rounded-lg border border-rule bg-surface p-4">
          <p className="font-bold">{each.serviceName}</p>
          <p>
            Demande n° <strong>{each.number}</strong>
          </p>
          <p className="mt-1 flex flex-wrap gap-x-6">
            <a href={`${base}/${each.number}/historique`} className="inline-flex min-h-11 items-center">
              Suivre la demande<span className="sr-only"> n° {each.number}</span>
            </a>
            <a href={`/api/recepisse/${each.number}`} className="inline-flex min-h-11 items-center">
              Récépissé (PDF)<span className="sr-only"> de la demande n° {each.number}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Every demande of the filing, by the name of its service. */
export function allOf({ number, service, papers, together }: Filing) {
  return inFrenchOrder([{ number, serviceName: service.name, papers }, ...together], ({ serviceName }) => serviceName);
}
