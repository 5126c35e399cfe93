"use client";

import { useFocusOnMount } from "./use-focus-on-mount";

/**
 * How many lines answer what has just been searched, above them. It takes the focus, which says it once, with JavaScript or without. Give
 * each search its own `key`: the same number, found again, is then said again.
 */
export function ResultsHeading({ found }: { found: string }) {
  const title = useFocusOnMount<HTMLHeadingElement>();
  return (
    <h2 ref={title} tabIndex={-1} autoFocus className="mb-3">
      {found}
    </h2>
  );
}
