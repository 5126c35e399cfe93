import type { ReactNode } from "react";

type Props = { summary: string; children: ReactNode; isOpen?: boolean };

/** Help that only some people need: folded, readable without JavaScript. */
export function Details({ summary, children, isOpen }: Props) {
  return (
    <details className="details" open={isOpen}>
      <summary>{summary}</summary>
      <div className="details-content">{children}</div>
    </details>
  );
}
