import { cache, type ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { opensAnything } from "@/lib/demandes/queries/has-anything-to-open";
import { currentCitizen } from "@/lib/web/session/current-actor";
import { peekGuestKey } from "@/lib/web/session/guest";
import { currentPath } from "@/lib/web/route/return-path";

/**
 * Above the page, while this browser opens demandes made without account: the way to leave them, or, for who signed in, the
 * question whether they are theirs. On a device that its user called their own it says so only where they are read.
 */
export async function GuestBar() {
  return guestBar(await currentPath());
}

/**
 * The same, above a page that stands in the place of `path`, asked once a request. It tells of this browser alone, never of what
 * was asked.
 */
export const guestBar = cache(async (path: string): Promise<ReactNode> => {
  const key = await peekGuestKey();
  if (!key || !(await opensAnything(key.hash))) return null;
  if (await currentCitizen()) return <Beside />;
  if (key.isKept && !/^\/(demandes|suivi)(\/|\?|$)/.test(path)) return null;
  return (
    <Bar label="Démarche sans compte">
      Vous faites une démarche sans compte. <TextLink href="/quitter">Quitter et effacer de cet appareil</TextLink>
    </Bar>
  );
});

/** Nothing joins an account by itself: the browser may be a shared one. */
function Beside() {
  return (
    <Bar label="Demandes faites sans compte">
      Des demandes ont été faites sans compte sur cet appareil. Elles ne sont pas dans le vôtre.{" "}
      <TextLink href="/espace/sans-compte">Les rattacher, si elles sont à vous</TextLink> ou{" "}
      <TextLink href="/quitter">les effacer de cet appareil</TextLink>
    </Bar>
  );
}

function Bar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="guest-bar">
      <p className="frame">{children}</p>
    </section>
  );
}
