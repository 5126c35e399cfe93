import { CircleUserRound } from "lucide";
import { Icon } from "@/components/ui/icon";
import type { Portal, Viewer } from "@/lib/shared/portal";
import { NavLinks } from "./nav-links";
import { SignOutButton, type SignOut } from "./site-header";
import { TownBrand } from "./town-brand";

type Props = {
  portal: Portal;
  viewer: Viewer;
  /** What this agent may open, in order. */
  links: readonly { href: string; label: string }[];
  signOut?: SignOut;
};

/** The agents' header: dark and low, so that nobody mistakes the back office for the citizens' portal. */
export function AgentHeader({ portal, viewer, links, signOut }: Props) {
  return (
    <header className="agent-header">
      <div className="frame agent-header-row">
        <TownBrand portal={portal} href="/admin" subtitle="Espace agents" />
        {viewer.kind === "agent" ? (
          <div className="agent-identity">
            <Icon of={CircleUserRound} size={20} />
            <span>
              <a href="/admin/mon-compte" aria-label={`Mon compte : ${viewer.name}`}>
                <bdi>{viewer.name}</bdi>
              </a>
              <span className="agent-service">{viewer.service}</span>
            </span>
            <SignOutButton signOut={signOut} />
          </div>
        ) : null}
      </div>
      {links.length > 0 ? (
        <nav id="menu" aria-label="Menu principal" tabIndex={-1} className="agent-nav">
          <div className="frame">
            <NavLinks links={links} />
          </div>
        </nav>
      ) : null}
    </header>
  );
}
