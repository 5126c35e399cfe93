import { NotFoundText } from "@/components/layout/not-found-text";
import { SiteFrame } from "@/components/layout/site-frame";
import { currentViewer } from "@/lib/web/current-actor";
import { getPortal } from "@/lib/web/portal";
import { GuestBar } from "./guest-bar";

/** An address that no route serves: nothing stands around this page, so it brings the frame. */
export default async function NotFoundPage() {
  const [portal, viewer] = await Promise.all([getPortal(), currentViewer()]);
  return (
    <SiteFrame portal={portal} viewer={viewer} notices={<GuestBar />}>
      <NotFoundText phone={portal.contact.phone} />
    </SiteFrame>
  );
}
