/** Where the link of a letter leads once the demande is open: its correction, which leads back to the demande when none is asked any more. */
export function followPlace(wanted: string | undefined): "corriger" | "historique" {
  return wanted === "corriger" ? "corriger" : "historique";
}
