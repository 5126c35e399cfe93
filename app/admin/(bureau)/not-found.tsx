import { NotFoundText } from "@/components/layout/not-found-text";
import { getPortal } from "@/lib/web/page/portal";

/** Absent, or another service's: said in the agents' own frame. */
export default async function BureauNotFoundPage() {
  const { contact } = await getPortal();
  return <NotFoundText phone={contact.phone} isStaff />;
}
