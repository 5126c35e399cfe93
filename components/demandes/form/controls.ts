export type Controls = Record<string, string | string[]>;

/** Texts of a form by the name of their control; a name that several controls share gives a list. */
export function readControls(form: HTMLFormElement, isWanted: (name: string) => boolean = () => true): Controls {
  const controls: Controls = {};
  for (const [name, text] of new FormData(form)) {
    if (typeof text !== "string" || !isWanted(name)) continue;
    const before = controls[name];
    controls[name] = before === undefined ? text : [...(Array.isArray(before) ? before : [before]), text];
  }
  return controls;
}
