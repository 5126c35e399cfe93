import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import type { Change, SummarySection } from "@/lib/demarches/summary";

type Props = { sections: readonly SummarySection[]; changes: readonly Change[] };

/** What was answered, section by section; what changed is marked. */
export function Answers({ sections, changes }: Props) {
  const changed = new Set(changes.map(({ path }) => path));
  return sections.map(({ key, title, rows }) => (
    <SummaryCard key={key} title={title}>
      <SummaryList
        rows={rows.map(({ path, label, item, lines }) => ({
          label: item ? `${item}, ${label}` : label,
          value: lines.length > 0 ? <Lines lines={lines} /> : undefined,
          isChanged: changed.has(path),
        }))}
      />
    </SummaryCard>
  ));
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line, index) => (
    <bdi key={index} className="block whitespace-pre-line">
      {line}
    </bdi>
  ));
}
