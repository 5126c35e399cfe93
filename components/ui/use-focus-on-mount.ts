"use client";

import { useEffect, useRef, type RefObject } from "react";

/** Gives the focus to an element when it appears. Pair it with `autoFocus`, which does it from the HTML alone. */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
