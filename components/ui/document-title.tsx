"use client";

import { createContext, use, type ReactNode } from "react";

const Around = createContext({ suffix: "", description: "" });

type ProviderProps = { suffix: string; description: string; children: ReactNode };
type Props = {
  title: string;
  /** What search engines show under it. */ description?: string;
  hasError?: boolean;
  /** Said first where nothing is wrong and something is asked. */ mark?: string;
};

/** Set once by the root layout: what every title ends with, and the description of a page that gives none. */
export function TitleSuffixProvider({ suffix, description, children }: ProviderProps) {
  return <Around value={{ suffix, description }}>{children}</Around>;
}

/** The title of the document, prefixed when the page is shown again with errors: it is the first thing heard. */
export function DocumentTitle({ title, description, hasError, mark }: Props) {
  const around = use(Around);
  const before = mark ?? (hasError ? "Erreur" : "");
  const said = description ?? around.description;
  return (
    <>
      <title>{`${before && `${before} : `}${title}${around.suffix}`}</title>
      {said ? <meta name="description" content={said} /> : null}
    </>
  );
}
