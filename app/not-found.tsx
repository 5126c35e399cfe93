import { NotFoundText } from "@/components/layout/not-found-text";
import { SiteFrame } from "@/components/layout/site-frame";
import { currentViewer } from "@/lib/web/session/current-actor";
import { getPortal } from "@/lib/web/page/portal";
import { currentPath } from "@/lib/web/route/return-path";
import { guestBar } from "./guest-bar";

/** An address that no route serves: nothing stands around this page, so it brings the frame. */
export default async function NotFoundPage() {
  const [portal, viewer, path] = await Promise.all([getPortal(), currentViewer(), currentPath()]);
  // Next makes this page beside every other one: a failure here is not theirs.
  const leaving = await guestBar(path).catch(() => null);
  return (
    <SiteFrame portal={portal} viewer={viewer} notices={leaving}>
      <NotFoundText phone={portal.contact.phone} />
    </SiteFrame>
  );
}
