import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FailureText } from "@/components/layout/failure-text";
import { NotFoundText } from "@/components/layout/not-found-text";
import { DraftNotFound } from "@/app/demandes/[id]/draft-not-found";
import SpaceNotFound from "@/app/espace/not-found";
import FollowedNotFound from "@/app/suivi/[numero]/not-found";
import type { Failure } from "@/lib/shared/failure";
import { currentFailure } from "@/lib/web/page/current-failure";
import { getPortalOrDefault } from "@/lib/web/page/portal";
import { FailureFrame } from "./failure-frame";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/**
 * What the front (server/) shows in place of a page that does not exist or that fails, in the frame of that page. To whoever asks
 * for it by its address, it does not exist either.
 */
export default async function FailurePage() {
  const failure = await currentFailure();
  if (!failure) notFound();
  const { contact } = await getPortalOrDefault();
  return (
    <FailureFrame failure={failure}>
      {failure.kind === "absent" ? (
        <Absent path={failure.path} phone={contact.phone} />
      ) : (
        <FailureText failure={failure} phone={contact.phone} />
      )}
    </FailureFrame>
  );
}

/** The words that the page itself would have: those of app/**\/not-found.tsx. */
function Absent({ path, phone }: { path: Failure["path"]; phone: string }) {
  if (/^\/demandes\/[^/]/.test(path)) return <DraftNotFound path={path} />;
  if (/^\/suivi\/[^/]/.test(path)) return <FollowedNotFound />;
  if (/^\/espace\//.test(path)) return <SpaceNotFound />;
  return <NotFoundText phone={phone} isStaff={/^\/admin(\/|$)/.test(path)} />;
}
