import type { ReactNode } from "react";
import { SiteFrame } from "@/components/layout/site-frame";
import { FlashBanner } from "@/components/ui/flash-banner";
import { SessionDialog } from "@/components/ui/session-dialog";
import { currentViewer } from "@/lib/web/current-actor";
import { readFlash } from "@/lib/web/flash";
import { getPortal } from "@/lib/web/portal";
import { citizenSecondsLeft } from "@/lib/web/session-time";
import { signOutAction } from "./sign-out";

type Props = { /** Above the message: a second menu. */ notices?: ReactNode; children: ReactNode };

/** Around every page of the citizens' side: who is signed in, the message of the last act, the warning before the session ends. */
export async function CitizenFrame({ notices, children }: Props) {
  const [portal, viewer, message, secondsLeft] = await Promise.all([
    getPortal(),
    currentViewer(),
    readFlash(),
    citizenSecondsLeft(),
  ]);
  return (
    <SiteFrame
      portal={portal}
      viewer={viewer}
      signOut={signOutAction}
      notices={
        <>
          {notices}
          {message ? <FlashBanner>{message}</FlashBanner> : null}
        </>
      }
    >
      {children}
      {secondsLeft === null ? null : (
        <SessionDialog
          secondsLeft={secondsLeft}
          extendUrl="/api/session/usager"
          endedHref="/connexion?fin=session"
          reassurance="Vos brouillons sont enregistrés. Ce que vous venez de saisir dans un autre formulaire serait perdu."
        />
      )}
    </SiteFrame>
  );
}
