import type { ReactNode } from "react";

/** A remark set apart from the text. */
export function Inset({ children }: { children: ReactNode }) {
  return <div className="inset">{children}</div>;
}
