"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";

/** Next keeps a layout, and what stands in it, from one page to the next: whether the page where this appeared was left. */
export function useIsLeft(): boolean {
  const path = usePathname();
  const [first] = useState(path);
  const [isLeft, setLeft] = useState(false);
  if (!isLeft && path !== first) setLeft(true);
  return isLeft || path !== first;
}
