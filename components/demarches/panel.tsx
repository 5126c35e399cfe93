import type { ReactNode } from "react";

type Props = {
  title: string;
  /** After the content, set apart: another way in. */
  foot?: ReactNode;
  children: ReactNode;
};

/** A raised box that stands on its own: where to sign in, where to begin. */
export function Panel({ title, foot, children }: Props) {
  return (
    <section aria-label={title} className="panel">
      <h2 className="panel-title">{title}</h2>
      {children}
      {foot ? <div className="panel-foot">{foot}</div> : null}
    </section>
  );
}
