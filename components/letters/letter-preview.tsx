import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import type { WordingView } from "@/lib/letters/types";

/** The letter as it reads now, with the facts of nobody. */
export function LetterPreview({ preview }: { preview: WordingView["preview"] }) {
  const { subject, greeting, paragraphs, items = [], facts = [], action, last, closing = [] } = preview;
  return (
    <SummaryCard title="Ce que dit le courriel aujourd’hui">
      <p className="mb-3">Avec des informations inventées. Les textes enregistrés ci-dessous y sont.</p>
      <p className="mb-3 font-bold">{subject}</p>
      {[greeting, ...paragraphs].map((text, index) => (
        <p key={index} className="mb-3 whitespace-pre-line">
          {text}
        </p>
      ))}
      {items.length > 0 ? (
        <ul className="mb-3">
          {items.map((text, index) => (
            <li key={index}>{text}</li>
          ))}
        </ul>
      ) : null}
      {facts.length > 0 ? <SummaryList rows={facts} /> : null}
      {action ? <p className="mb-3">Bouton : « {action.label} »</p> : null}
      {last ? <p className="mb-3 font-bold">{last.title}</p> : null}
      {[...(last?.paragraphs ?? []), ...closing].map((text, index) => (
        <p key={index} className="mb-3 whitespace-pre-line">
          {text}
        </p>
      ))}
    </SummaryCard>
  );
}
