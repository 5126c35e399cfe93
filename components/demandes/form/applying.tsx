"use client";

import { createContext, use, type ReactNode } from "react";

/** Paths of the sections and fields that apply to what is answered at this moment. */
export const ApplyingPaths = createContext<ReadonlySet<string>>(new Set());

/** What does not apply stays in the page, hidden: what was typed there comes back if it applies again. */
export function Applying({ path, children }: { path: string; children: ReactNode }) {
  return <div hidden={!use(ApplyingPaths).has(path)}>{children}</div>;
}
