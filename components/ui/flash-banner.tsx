"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { flashCookie, flashTextId } from "@/lib/shared/flash-cookie";
import { useIsLeft } from "./use-is-left";

type Props = { tone?: "success" | "info" | "danger"; children: ReactNode };

const titles = { success: "C’est fait", info: "Information", danger: "À savoir" } as const;

/**
 * What has just been done, said once at the top of the next page, which begins by reading it: the focus says it, and nothing else,
 * else it would be heard twice. Give each message its own `key`: a second one on the same page is then read as the first was.
 */
export function FlashBanner(props: Props) {
  return useIsLeft() ? null : <Message {...props} />;
}

function Message({ tone = "success", children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    forget();
    // The address may name what was made, or what comes next: it has the focus, and is described by what was done.
    const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    part?.focus();
    if (!part || document.activeElement !== part) box.current?.focus();
  }, []);
  return (
    <div className="frame pt-5">
      <div
        ref={box}
        role="group"
        tabIndex={-1}
        autoFocus
        aria-labelledby="message-titre"
        aria-describedby={flashTextId}
        className={`notice notice-${tone}`}
      >
        <h2 id="message-titre" className="notice-title">
          {titles[tone]}
        </h2>
        <div id={flashTextId}>{children}</div>
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
