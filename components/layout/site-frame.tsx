import type { ReactNode } from "react";
import type { Portal, Viewer } from "@/lib/shared/portal";
import { SiteFooter } from "./site-footer";
import { SiteHeader, type SignOut } from "./site-header";
import { SkipLinks } from "./skip-links";

type Props = {
  portal: Portal;
  viewer: Viewer;
  signOut?: SignOut;
  /** A second menu, of the rubric: before the content, that the skip link reaches past it. */
  menu?: ReactNode;
  /** Above the title: a flash message, a maintenance notice. */
  notices?: ReactNode;
  children: ReactNode;
};

/** What stands around every page of the citizens: skip links, header, main landmark, footer. */
export function SiteFrame({ portal, viewer, signOut, menu, notices, children }: Props) {
  return (
    <>
      <SkipLinks menuId="menu" />
      <SiteHeader portal={portal} viewer={viewer} signOut={signOut} />
      {menu}
      <main id="contenu" tabIndex={-1} className="site-main">
        {notices}
        {children}
      </main>
      <SiteFooter portal={portal} />
    </>
  );
}
