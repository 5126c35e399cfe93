import type { ReactNode } from "react";

type Props = { title: string; icon?: ReactNode; children?: ReactNode };

/** Nothing here yet: why, and what to do next. */
export function EmptyState({ title, icon, children }: Props) {
  return (
    <div className="empty-state">
      {icon ? <span className="tile-icon">{icon}</span> : null}
      <h2>{title}</h2>
      {children}
    </div>
  );
}
