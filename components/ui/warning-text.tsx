import { TriangleAlert } from "lucide";
import { Icon } from "./icon";
import type { ReactNode } from "react";

/** A consequence to know before acting. */
export function WarningText({ children }: { children: ReactNode }) {
  return (
    <p className="warning-text">
      <Icon of={TriangleAlert} size={26} />
      <span>
        <span className="sr-only">Attention : </span>
        {children}
      </span>
    </p>
  );
}
