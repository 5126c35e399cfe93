"use client";

import type { ReactNode } from "react";
import { useFocusOnMount } from "./use-focus-on-mount";

type Props = { tone?: "success" | "info" | "danger"; children: ReactNode };

const titles = { success: "C’est fait", info: "Information", danger: "À savoir" } as const;

/** What has just been done, said once at the top of the next page, which begins by reading it. */
export function FlashBanner({ tone = "success", children }: Props) {
  const box = useFocusOnMount<HTMLDivElement>();
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
