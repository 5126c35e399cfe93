import type { ReactNode } from "react";
import { SiteFrame } from "@/components/layout/site-frame";
import { FlashBanner } from "@/components/ui/flash-banner";
import { SessionDialog } from "@/components/ui/session-dialog";
import { currentViewer } from "@/lib/web/session/current-actor";
import { readFlash } from "@/lib/web/form/flash";
import { getPortal } from "@/lib/web/page/portal";
import { currentPath, withReturn } from "@/lib/web/route/return-path";
import { citizenTime } from "@/lib/web/session/session-time";
import { GuestBar } from "./guest-bar";
import { signOutAction } from "./sign-out";

type Props = { /** A second menu. */ menu?: ReactNode; children: ReactNode };

/** Around every page of the citizens' side: who is signed in, the message of the last act, the warning before the session ends. */
export async function CitizenFrame({ menu, children }: Props) {
  const [portal, viewer, message, time, path] = await Promise.all([
    getPortal(),
    currentViewer(),
    readFlash(),
    citizenTime(),
    currentPath(),
  ]);
  return (
    <SiteFrame
      portal={portal}
      viewer={viewer}
      signOut={signOutAction}
      menu={menu}
      notices={
        <>
          <GuestBar />
          {message ? <FlashBanner key={message.id}>{message.text}</FlashBanner> : null}
        </>
      }
    >
      {children}
      {time ? (
        <SessionDialog
          {...time}
          extendUrl="/api/session/usager"
          endedHref={withReturn("/connexion?fin=session", path)}
          signOut={signOutAction}
          reassurance="Vos brouillons sont enregistrés, et ce que vous avez saisi reste sur cette page."
        />
      ) : null}
    </SiteFrame>
  );
}
