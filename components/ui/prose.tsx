import type { ReactNode } from "react";

/** Running text: paragraphs, titles and lists with the right distances. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>;
}
