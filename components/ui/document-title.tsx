"use client";

import { createContext, use, type ReactNode } from "react";

const TitleSuffix = createContext("");

/** Set once by the root layout: what every title ends with. */
export function TitleSuffixProvider({ suffix, children }: { suffix: string; children: ReactNode }) {
  return <TitleSuffix value={suffix}>{children}</TitleSuffix>;
}

/** The title of the document, prefixed when the page is shown again with errors: it is the first thing heard. */
export function DocumentTitle({ title, hasError = false }: { title: string; hasError?: boolean }) {
  const suffix = use(TitleSuffix);
  return <title>{`${hasError ? "Erreur : " : ""}${title}${suffix}`}</title>;
}
