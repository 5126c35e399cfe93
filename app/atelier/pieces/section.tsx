import type { ReactNode } from "react";

/** A titled part of the atelier. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-titre`} className="mb-16 border-t border-rule pt-6">
      <h2 id={`${id}-titre`} className="mb-6">
        {title}
      </h2>
      {children}
    </section>
  );
}
