export type Tone = "neutral" | "info" | "attention" | "success" | "danger";

/** A state in one or two words. The words say it; the colour only helps. */
export function StatusTag({ tone = "neutral", label }: { tone?: Tone; label: string }) {
  return <span className={`tag tag-${tone}`}>{label}</span>;
}
