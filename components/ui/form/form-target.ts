"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { use } from "react";
import { FormAddressContext } from "./form-address-context";

type Submit = (data: FormData) => void | Promise<void>;
/** What React asks of an action when it writes a form into a page made by the server. */
type Written = { $$FORM_ACTION?: (this: Submit, prefix: string) => { action?: string } | null };

/**
 * The action of a form, which writes the address of its page where React would write `action=""`: browsers take it for the same, HTML
 * forbids it. React's own way (`permalink`) would give the answer to every form of one action in the page: a list has one a line.
 * Only the server writes forms: in a browser the action stays as it is, and none of this is sent there.
 */
export const useAddressed: (submit: Submit) => Submit = typeof window === "undefined" ? useWritten : (submit) => submit;

function useWritten(submit: Submit): Submit {
  const asked = use(FormAddressContext);
  const path = usePathname();
  const query = String(useSearchParams());
  return addressed(submit, asked ?? (query ? `${path}?${query}` : path));
}

/** Apart from its hook. What React does not write stays as it is. */
export function addressed(submit: Submit, address: string): Submit {
  const { $$FORM_ACTION: write } = submit as Written;
  if (!write) return submit;
  const writeIt = (prefix: string) => {
    const fields = write.call(submit, prefix);
    return fields && { ...fields, action: fields.action ?? address };
  };
  return Object.assign((data: FormData) => submit(data), { $$FORM_ACTION: writeIt });
}
