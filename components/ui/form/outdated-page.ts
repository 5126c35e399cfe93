import { unstable_isUnrecognizedActionError } from "next/navigation";
import { outdatedField } from "@/lib/shared/outdated-form";
import type { FormState } from "@/lib/shared/form-state";

type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;

/**
 * The action of a form; in the browser, one that survives an upgrade of the portal. A server that no longer knows it is sent the
 * form as a browser without JavaScript sends it, and shows its own page again, filled. Only the front (server/) can do this: the
 * root layout says whether there is one.
 */
export function survivingUpgrade(action: FormAction): FormAction {
  if (typeof window === "undefined" || document.documentElement.dataset.front === undefined) return action;
  return async (previous, data) => {
    try {
      return await action(previous, data);
    } catch (error) {
      if (!unstable_isUnrecognizedActionError(error)) throw error;
      postAsPage(data);
      return new Promise(() => undefined); // this page is being left
    }
  };
}

function postAsPage(data: FormData): void {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", enctype: "multipart/form-data", hidden: true });
  const entries = [...data].filter(([name]) => !name.startsWith("$ACTION"));
  const texts = entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  for (const [name, value] of [...texts, [outdatedField, texts.length < entries.length ? "incomplet" : "complet"]]) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    form.append(input);
  }
  document.body.append(form);
  HTMLFormElement.prototype.submit.call(form);
}
