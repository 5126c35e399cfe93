import { useEffect, type RefObject } from "react";

/**
 * After « Ajouter », « Supprimer » or « Reprendre » the page comes back to the part that changed, named by the anchor of its address.
 * Without JavaScript the browser gives it the focus; a page that a script has changed does not.
 */
export function useAnchorFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (part && root.current?.contains(part)) part.focus();
  }, [root]);
}
