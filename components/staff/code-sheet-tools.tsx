"use client";

import { useState } from "react";
import { ButtonRow } from "@/components/ui/button-row";
import { buttonClass } from "@/components/ui/button-class";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Copies or prints the codes. Without JavaScript they are selected by hand, and the browser prints. */
export function CodeSheetTools({ text }: { text: string }) {
  const isHydrated = useHydrated();
  const [said, setSaid] = useState("");
  if (!isHydrated) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid("Les codes sont copiés."),
      () => setSaid("Votre navigateur refuse la copie : sélectionnez les codes à la main."),
    );
  return (
    <div className="code-tools">
      <ButtonRow>
        <button type="button" className={buttonClass({ variant: "secondary" })} onClick={() => void copy()}>
          Copier
        </button>
        <button type="button" className={buttonClass({ variant: "secondary" })} onClick={() => window.print()}>
          Imprimer
        </button>
      </ButtonRow>
      <p role="status" className="form-status">
        {said}
      </p>
    </div>
  );
}
