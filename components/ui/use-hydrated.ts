"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether JavaScript runs: false in the HTML, true once the page is alive. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
