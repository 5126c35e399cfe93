import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";

/** The way back from a page of a journey, above its title. */
export function BackLink({ href, children = "Retour" }: { href: string; children?: ReactNode }) {
  return (
    <p className="back-link">
      <a href={href}>
        <ArrowLeft aria-hidden="true" size={18} />
        {children}
      </a>
    </p>
  );
}
