import type { ReactNode } from "react";
import { SiteFrame } from "@/components/layout/site-frame";
import { currentViewer } from "@/lib/web/current-actor";
import { getPortal } from "@/lib/web/portal";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [portal, viewer] = await Promise.all([getPortal(), currentViewer()]);
  return (
    <SiteFrame portal={portal} viewer={viewer}>
      {children}
    </SiteFrame>
  );
}
