import { FlashBanner } from "@/components/ui/flash-banner";
import { SiteFrame } from "@/components/layout/site-frame";
import { currentViewer } from "@/lib/web/current-actor";
import { readFlash } from "@/lib/web/flash";
import { getPortal } from "@/lib/web/portal";

export default async function Layout({ children }: LayoutProps<"/suivi">) {
  const [portal, viewer, message] = await Promise.all([getPortal(), currentViewer(), readFlash()]);
  return (
    <SiteFrame portal={portal} viewer={viewer} notices={message ? <FlashBanner>{message}</FlashBanner> : null}>
      {children}
    </SiteFrame>
  );
}
