import { LogoImage } from "@/components/ui/logo-image";
import type { Portal } from "@/lib/shared/portal";

type Props = { portal: Pick<Portal, "town" | "title" | "logo">; href?: string; subtitle?: string };

/** Logo and name of the town: the way back to the home page. */
export function TownBrand({ portal, href = "/", subtitle = portal.title }: Props) {
  return (
    <a href={href} className="brand">
      {portal.logo ? <LogoImage logo={portal.logo} alt="" /> : null}
      <span>
        <span className="brand-town">{portal.town}</span>
        <span className="brand-title">{subtitle}</span>
      </span>
    </a>
  );
}
