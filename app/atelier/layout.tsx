import type { ReactNode } from "react";
import { SiteFrame } from "@/components/layout/site-frame";
import { developmentOnly } from "@/lib/web/development-only";
import { getPortal } from "@/lib/web/portal";

export default async function AtelierLayout({ children }: { children: ReactNode }) {
  developmentOnly();
  return (
    <SiteFrame portal={await getPortal()} viewer={{ kind: "citizen", name: "Prénom Nom" }}>
      {children}
    </SiteFrame>
  );
}
