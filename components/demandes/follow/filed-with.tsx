import type { DemandeView } from "@/lib/demandes/types/demande";

type Props = { demande: DemandeView; /** « /espace/demandes/2026-… » or « /suivi/2026-… ». */ base: string };

/** The other demandes of the same filing (decision 033), each with its service and where it stands. Nothing when it was sent alone. */
export function FiledWith({ demande: { together, service }, base }: Props) {
  if (together.length === 0) return null;
  const space = base.slice(0, base.lastIndexOf("/"));
  return (
    <section aria-labelledby="envoyees-ensemble" className="mb-8 rounded-lg bg-sunken p-5">
      <h2 id="envoyees-ensemble" className="mb-2 text-[1.1rem]">
        Vos autres demandes du même envoi
      </h2>
      <p>Cette page suit la demande que traite {service.name}. Chaque service répond de son côté :</p>
      <ul className="mt-2">
        {together.map(({ number, serviceName, statusLabel }) => (
          <li key={number}>
            <a href={`${space}/${number}/historique`} className="inline-flex min-h-9 items-center">
              {serviceName}, n° <span className="whitespace-nowrap">{number}</span>
            </a>{" "}
            : {statusLabel.toLowerCase()}
          </li>
        ))}
      </ul>
    </section>
  );
}
