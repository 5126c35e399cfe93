import { Notice } from "@/components/ui/notice";
import type { PapersView } from "@/lib/demandes/types/demande";

const title = "À remettre sur papier";

/** What the applicant promised on paper (F43), where it goes and until when; nothing when nothing is awaited. */
export function PapersNote({ papers }: { papers: PapersView | null }) {
  if (!papers) return null;
  return (
    <Notice title={title}>
      <Labels papers={papers} />
      <p className="mt-3">{papers.sentence}</p>
    </Notice>
  );
}

type Owed = { number: string; serviceName: string; papers: PapersView | null };

/** The same of a filing to several services: a copy is owed to each, at its own address and by its own day. */
export function PapersForEach({ demandes }: { demandes: readonly Owed[] }) {
  const owed = demandes.flatMap(({ papers, ...demande }) => (papers ? [{ ...demande, papers }] : []));
  const [first] = owed;
  if (!first) return null;
  return (
    <Notice title={title}>
      <Labels papers={first.papers} />
      <p className="my-3">Chaque service en attend un exemplaire.</p>
      <dl className="grid gap-3">
        {owed.map(({ number, serviceName, papers }) => (
          <div key={number}>
            <dt className="font-bold">
              {serviceName}, demande n° <span className="whitespace-nowrap">{number}</span>
            </dt>
            <dd>{papers.sentence}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}

function Labels({ papers }: { papers: PapersView }) {
  return (
    <ul className="list-disc ps-5">
      {papers.labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  );
}
