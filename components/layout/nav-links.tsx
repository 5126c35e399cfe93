"use client";

import { usePathname } from "next/navigation";

type NavLink = { href: string; label: string };

/** Links of a menu; the current one says so. On the client because a layout is not rendered again when the page changes. */
export function NavLinks({ links }: { links: readonly NavLink[] }) {
  const pathname = usePathname();
  return (
    <ul className="nav-links">
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href} aria-current={currentness(pathname, href)}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** « page » on the page itself, « true » on those below it. */
function currentness(pathname: string, href: string): "page" | "true" | undefined {
  if (pathname === href) return "page";
  const isRoot = href === "/" || href === "/admin" || href === "/espace";
  return !isRoot && pathname.startsWith(`${href}/`) ? "true" : undefined;
}
