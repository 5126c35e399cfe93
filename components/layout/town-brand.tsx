import type { Portal } from "@/lib/shared/portal";

type Props = { portal: Pick<Portal, "town" | "title" | "logo">; href?: string; subtitle?: string };

/** Logo and name of the town: the way back to the home page. */
export function TownBrand({ portal, href = "/", subtitle = portal.title }: Props) {
  return (
    <a href={href} className="brand">
      {/* eslint-disable-next-line @next/next/no-img-element -- a town's own small file: the optimiser would only add a round trip */}
      {portal.logo ? <img src={portal.logo.src} alt="" width={portal.logo.width} height={portal.logo.height} /> : null}
      <span>
        <span className="brand-town">{portal.town}</span>
        <span className="brand-title">{subtitle}</span>
      </span>
    </a>
  );
}
