import type { ComponentProps, ReactNode } from "react";
import { accessibilityMention } from "@/lib/shared/accessibility";
import { TextLink } from "@/components/ui/text-link";
import { AgentHeader } from "./agent-header";
import { SkipLinks } from "./skip-links";

type Props = ComponentProps<typeof AgentHeader> & { notices?: ReactNode; children: ReactNode };

/** What stands around every page of the agents: the same order, closer lines. */
export function AgentFrame({ notices, children, ...header }: Props) {
  return (
    <div className="agent-page">
      <SkipLinks menuId={header.links.length > 0 ? "menu" : undefined} />
      <AgentHeader {...header} />
      <main id="contenu" tabIndex={-1} className="site-main">
        {notices}
        {children}
      </main>
      <footer className="agent-footer">
        <div className="frame">
          <TextLink href="/">Portail des usagers</TextLink>
          <TextLink href="/accessibilite">{accessibilityMention(header.portal.accessibility)}</TextLink>
          <TextLink href="/aide">Aide</TextLink>
        </div>
      </footer>
    </div>
  );
}
