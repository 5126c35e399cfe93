import { SiteFrame } from "@/components/layout/site-frame";
import { currentViewer } from "@/lib/web/session/current-actor";
import { getPortal } from "@/lib/web/page/portal";

export const metadata = { robots: { index: false, follow: false } };

export default async function MailboxLayout({ children }: LayoutProps<"/courrier">) {
  const [portal, viewer] = await Promise.all([getPortal(), currentViewer()]);
  return (
    <SiteFrame portal={portal} viewer={viewer}>
      {children}
    </SiteFrame>
  );
}
