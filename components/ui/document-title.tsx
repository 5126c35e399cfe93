"use client";

import { createContext, use, useEffect, type ReactNode } from "react";
import { useIsLeft } from "./use-is-left";

const Around = createContext({ suffix: "", description: "", isRefused: false });

type ProviderProps = {
  suffix: string;
  description: string;
  /** What was posted without JavaScript, by whatever form, was refused: the page made in answer says so in its title. */
  isRefused?: boolean;
  children: ReactNode;
};
type Props = {
  title: string;
  /** What search engines show under it. */ description?: string;
  hasError?: boolean;
  /** Said first where nothing is wrong and something is asked. */ mark?: string;
};

/** Set once by the root layout: what every title ends with, and the description of a page that gives none. */
export function TitleSuffixProvider({ suffix, description, isRefused = false, children }: ProviderProps) {
  return <Around value={{ suffix, description, isRefused: !useIsLeft() && isRefused }}>{children}</Around>;
}

/** The title of the document, prefixed when the page is shown again with errors: it is the first thing heard. */
export function DocumentTitle({ title, description, hasError, mark }: Props) {
  const around = use(Around);
  const before = mark ?? (hasError || around.isRefused ? "Erreur" : "");
  const said = description ?? around.description;
  return (
    <>
      <title>{`${before && `${before} : `}${title}${around.suffix}`}</title>
      {said ? <meta name="description" content={said} /> : null}
    </>
  );
}

const prefix = "Erreur\u00A0: ";
const bare = () => document.title.replace(prefix, "");

/** Something was refused by a script, whose form does not give the page its title: it says so too. */
export function useErrorTitle(hasError: boolean): void {
  const { isRefused } = use(Around);
  useEffect(() => {
    if (!hasError || (document.title.startsWith(prefix) && !isRefused)) return;
    document.title = prefix + bare();
    return () => {
      document.title = bare();
    };
  }, [hasError, isRefused]);
}
