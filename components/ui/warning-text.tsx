import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** A consequence to know before acting. */
export function WarningText({ children }: { children: ReactNode }) {
  return (
    <p className="warning-text">
      <TriangleAlert aria-hidden="true" size={26} />
      <span>
        <span className="sr-only">Attention : </span>
        {children}
      </span>
    </p>
  );
}
