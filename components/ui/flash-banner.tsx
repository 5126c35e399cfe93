"use client";

import { useEffect, type ReactNode } from "react";
import { flashCookie } from "@/lib/shared/flash-cookie";
import { useFocusOnMount } from "./use-focus-on-mount";

type Props = { tone?: "success" | "info" | "danger"; children: ReactNode };

const titles = { success: "C’est fait", info: "Information", danger: "À savoir" } as const;

/** What has just been done, said once at the top of the next page, which begins by reading it. */
export function FlashBanner({ tone = "success", children }: Props) {
  const box = useFocusOnMount<HTMLDivElement>();
  useEffect(forget, []);
  return (
    <div className="frame pt-5">
      <div
        ref={box}
        role="alert"
        tabIndex={-1}
        autoFocus
        aria-labelledby="message-titre"
        className={`notice notice-${tone}`}
      >
        <p id="message-titre" className="notice-title">
          {titles[tone]}
        </p>
        <div>{children}</div>
      </div>
    </div>
  );
}

/**
 * After an action run by a script Next renders the next page inside the action's own answer, where proxy.ts cannot erase the
 * cookie: the sentence would be said again by the page after.
 */
function forget(): void {
  document.cookie = `${flashCookie}=; Path=${location.pathname}; Max-Age=0; SameSite=Lax`;
}
