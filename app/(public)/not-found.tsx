import { NotFoundText } from "@/components/layout/not-found-text";
import { getPortal } from "@/lib/web/page/portal";

/** A page of this group that has nothing to show: the group's layout already stands around it. */
export default async function PublicNotFoundPage() {
  const { contact } = await getPortal();
  return <NotFoundText phone={contact.phone} />;
}
