"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 3_000;
/** Ten minutes; then the link « Actualiser » remains, and the session may end by itself. */
const most = 200;

/**
 * Reads the page again while a copy is made, without moving the focus nor the page. Not a Refresh header: a page that reloads
 * by itself, and cannot be stopped, loses whoever reads it slowly (WCAG 2.2.1, RGAA 13.1).
 */
export function ExportRefresher() {
  const router = useRouter();
  useEffect(() => {
    let left = most;
    const timer = setInterval(() => {
      if (document.hidden) return;
      left -= 1;
      if (left <= 0) clearInterval(timer);
      router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
