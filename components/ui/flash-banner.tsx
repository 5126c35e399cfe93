"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState, type ReactNode } from "react";
import { flashCookie } from "@/lib/shared/flash-cookie";
import { useFocusOnMount } from "./use-focus-on-mount";

type Props = { tone?: "success" | "info" | "danger"; children: ReactNode };

const titles = { success: "C’est fait", info: "Information", danger: "À savoir" } as const;

/**
 * What has just been done, said once at the top of the next page, which begins by reading it. Give each message its own `key`:
 * a second one on the same page is then read as the first was.
 */
export function FlashBanner(props: Props) {
  return useIsLeft() ? null : <Message {...props} />;
}

/** Next keeps a layout, and what stands in it, from one page to the next: what was said on a page stays there. */
function useIsLeft(): boolean {
  const path = usePathname();
  const [first] = useState(path);
  const [isLeft, setLeft] = useState(false);
  if (!isLeft && path !== first) setLeft(true);
  return isLeft || path !== first;
}

function Message({ tone = "success", children }: Props) {
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
        <h2 id="message-titre" className="notice-title">
          {titles[tone]}
        </h2>
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
