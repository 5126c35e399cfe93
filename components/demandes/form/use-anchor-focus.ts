import { use, useEffect, type RefObject } from "react";
import { FormContext } from "@/components/ui/form/form-context";

/**
 * After « Ajouter », « Supprimer » or « Reprendre » the page comes back to the part that changed, named by the anchor of its address.
 * Without JavaScript the browser gives it the focus; a page that a script has changed does not. Once: a form that comes back refused
 * keeps that address, and has something else to say.
 */
export function useAnchorFocus(root: RefObject<HTMLElement | null>): void {
  const isRefused = use(FormContext).state.status === "error";
  useEffect(() => {
    const part = isRefused ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (part && root.current?.contains(part)) part.focus();
  }, [root, isRefused]);
}
