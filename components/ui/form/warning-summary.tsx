"use client";

import { TriangleAlert } from "lucide-react";
import { use, useId } from "react";
import type { FieldErrors } from "@/lib/shared/form-state";
import { useFocusOnMount } from "../use-focus-on-mount";
import { controlOf } from "./error-summary";
import { FormContext, fieldId } from "./form-context";

type Props = { warnings: FieldErrors; /** The button that goes on with the same answers. */ again: string };

/** What is unlikely, at the top of the form: nothing is wrong, and it says how to go on. It takes the focus as errors do. */
export function WarningSummary({ warnings, again }: Props) {
  const box = useFocusOnMount<HTMLDivElement>();
  const { scope } = use(FormContext);
  const titleId = useId();
  const entries = Object.entries(warnings);
  const [these, exact] =
    entries.length === 1 ? ["cette réponse", "elle est exacte"] : ["ces réponses", "elles sont exactes"];

  return (
    <div ref={box} role="alert" tabIndex={-1} autoFocus aria-labelledby={titleId} className="warning-summary">
      <h2 id={titleId}>
        <TriangleAlert aria-hidden="true" size={26} />
        Vérifiez {these}
      </h2>
      <ul>
        {entries.map(([name, message]) => (
          <li key={name}>
            <a href={`#${fieldId(controlOf(name), scope)}`}>{message}</a>
          </li>
        ))}
      </ul>
      <p>
        Si {exact}, ne changez rien et appuyez à nouveau sur « {again} ».
      </p>
    </div>
  );
}
