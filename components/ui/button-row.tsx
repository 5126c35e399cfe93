import type { ReactNode } from "react";

/** The buttons that end a form: the main one first, full width on a phone. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}
