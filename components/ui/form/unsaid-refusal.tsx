"use client";

import { useEffect, useState } from "react";
import type { RefusedForm } from "@/lib/shared/form-state";
import { useIsLeft } from "../use-is-left";
import { ErrorSummary } from "./error-summary";

type Props = { refused: RefusedForm };

/**
 * What was refused without JavaScript, at the top of the page made in answer: seen only where no form of that page says it
 * (styles/content.css), as when the state that refused an act takes its button away.
 */
export function UnsaidRefusal(props: Props) {
  return useIsLeft() ? null : <Summary {...props} />;
}

/** Any form that is sent afterwards is an act after what was said. */
function Summary({ refused: { errors, formError } }: Props) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const end = () => setOver(true);
    document.addEventListener("submit", end, true);
    return () => document.removeEventListener("submit", end, true);
  }, []);
  if (isOver) return null;
  return (
    <div className="unsaid-refusal frame pt-5">
      <ErrorSummary errors={{}} formError={formError ?? Object.values(errors)[0]} />
    </div>
  );
}
