"use client";

import { use, useCallback, useMemo, useState } from "react";
import { FormContext } from "@/components/ui/form/form-context";
import type { Section } from "@/lib/demarches/form";
import type { FieldErrors, FormValues } from "@/lib/shared/form-state";
import { answersOnPage, visiblePaths } from "@/lib/demarches/visibility";
import { readControls } from "./controls";
import { withoutCopied } from "./copied-paths";

const noErrors: FieldErrors = {};

/**
 * Which fields apply: to what the server gave at first, then to what the page holds at each change.
 * `sections` has those of earlier steps too when conditions look at them; `values` holds their answers.
 */
export function useApplyingPaths(sections: readonly Section[], values: FormValues) {
  const { state } = use(FormContext);
  const given = useMemo(() => ({ ...values, ...(state.status === "error" ? state.values : null) }), [values, state]);
  const errors = state.status === "error" ? state.errors : noErrors;
  const applying = useCallback(
    (controls: FormValues) =>
      withoutCopied(visiblePaths(sections, answersOnPage(sections, controls)), controls, errors, given),
    [sections, errors, given],
  );
  const [paths, setPaths] = useState(() => applying(given));

  const update = useCallback(
    (form: HTMLFormElement) => {
      const next = applying({ ...without(given, form), ...readControls(form) });
      setPaths((before) => (isSame(before, next) ? before : next));
    },
    [applying, given],
  );
  return { given, paths, update };
}

/** What the page holds replaces what was given, also where everything was unticked. */
function without(values: FormValues, form: HTMLFormElement): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => form.elements.namedItem(name) === null));
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((path) => other.has(path));
}
