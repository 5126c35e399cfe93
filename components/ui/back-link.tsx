import { ArrowLeft } from "lucide";
import { Icon } from "./icon";
import type { ReactNode } from "react";

/** The way back from a page of a journey, above its title. */
export function BackLink({ href, children = "Retour" }: { href: string; children?: ReactNode }) {
  return (
    <p className="back-link">
      <a href={href}>
        <Icon of={ArrowLeft} size={18} />
        {children}
      </a>
    </p>
  );
}
