import type { ReactNode } from "react";
import { WholeNumbers } from "./whole-numbers";

type Props = { tone?: "info" | "success" | "warning" | "danger"; title: string; children?: ReactNode };

/** A box set in the page for what must not be missed: a maintenance, a quota, a correction to make. */
export function Notice({ tone = "info", title, children }: Props) {
  return (
    <section aria-label={title} className={`notice notice-${tone}`}>
      <h2 className="notice-title">
        <WholeNumbers text={title} />
      </h2>
      {children ? <div>{children}</div> : null}
    </section>
  );
}
