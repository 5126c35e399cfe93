type Fault = { path?: readonly PropertyKey[] };

/** Whether something was found wrong in a control. `issues`: those of the form that holds it. */
export function isAtFault(issues: readonly Fault[], control: string): boolean {
  return issues.some(({ path }) => path?.[0] === control);
}

/**
 * `when` of a rule over several controls: it is judged where another control is wrong too, so that all that is wrong is said at once;
 * not where one of its own is, which has its own sentence, nor of what is no form.
 */
export function unlessAtFault(...controls: readonly string[]) {
  return ({ value, issues }: { value: unknown; issues: readonly Fault[] }): boolean =>
    typeof value === "object" && value !== null && !controls.some((control) => isAtFault(issues, control));
}
