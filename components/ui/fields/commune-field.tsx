"use client";

import { useEffect, useState } from "react";
import { useField, useTypedText } from "../form/form-context";
import { FieldFrame } from "./field-frame";

type Props = {
  /** Names of the two values. */
  postalCodeName: string;
  communeName: string;
  defaultPostalCode?: string;
  defaultCommune?: string;
  optional?: boolean;
  /** Answers `?codePostal=` with the names of the communes: `{ "communes": ["Belleval"] }`. */
  lookupUrl: string;
  /** Tokens of WCAG 1.3.5, off when the address is not the person's own. */
  isOwnAddress?: boolean;
};

/**
 * « Code postal » then « Commune ». Without JavaScript the commune is typed; with it, a known postal code turns it into
 * a list to choose from, which posts the same name.
 */
export function CommuneField(props: Props) {
  const { postalCodeName, communeName, optional, isOwnAddress = true } = props;
  const postalCode = useField(postalCodeName, true);
  const commune = useField(communeName, false);
  const typedCode = useTypedText(postalCodeName, props.defaultPostalCode) ?? "";
  const typedCommune = useTypedText(communeName, props.defaultCommune);
  const [code, setCode] = useState(typedCode);
  const communes = useCommunes(props.lookupUrl, code);
  const control = {
    id: commune.id,
    name: communeName,
    autoComplete: isOwnAddress ? "address-level2" : "off",
    "aria-describedby": commune.describedBy,
    "aria-invalid": commune.error ? true : undefined,
    className: "control control-w20",
  } as const;

  return (
    <>
      <FieldFrame field={postalCode} label="Code postal" hint="5 chiffres" optional={optional}>
        <input
          id={postalCode.id}
          name={postalCodeName}
          type="text"
          inputMode="numeric"
          autoComplete={isOwnAddress ? "postal-code" : "off"}
          defaultValue={typedCode}
          onInput={(event) => setCode(event.currentTarget.value)}
          aria-describedby={postalCode.describedBy}
          aria-invalid={postalCode.error ? true : undefined}
          className="control control-w5"
        />
      </FieldFrame>
      <FieldFrame field={commune} label="Commune" optional={optional}>
        {communes.length === 0 ? (
          <input {...control} type="text" defaultValue={typedCommune} />
        ) : (
          <select key={communes.join()} {...control} defaultValue={chosenAmong(communes, typedCommune)}>
            {communes.length > 1 ? <option value="">Choisissez</option> : null}
            {communes.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
      </FieldFrame>
      <p role="status" className="sr-only">
        {communes.length > 1 ? `${communes.length} communes proposées.` : null}
      </p>
    </>
  );
}

/** The communes of a complete postal code; none while it is incomplete, unknown, or the answer is late. */
function useCommunes(lookupUrl: string, typedCode: string): readonly string[] {
  const code = typedCode.replace(/\s/g, "");
  const [found, setFound] = useState<{ code: string; communes: readonly string[] }>({ code: "", communes: [] });
  useEffect(() => {
    if (!/^\d{5}$/.test(code)) return;
    const request = new AbortController();
    fetchCommunes(`${lookupUrl}?codePostal=${code}`, request.signal).then(
      (communes) => setFound({ code, communes }),
      // The commune can still be typed.
      () => undefined,
    );
    return () => request.abort();
  }, [lookupUrl, code]);
  return found.code === code ? found.communes : [];
}

async function fetchCommunes(url: string, signal: AbortSignal): Promise<string[]> {
  const response = await fetch(url, { signal });
  const body: unknown = response.ok ? await response.json() : {};
  const communes = typeof body === "object" && body !== null && "communes" in body ? body.communes : [];
  return Array.isArray(communes) ? communes.filter((name) => typeof name === "string") : [];
}

function chosenAmong(communes: readonly string[], typed: string | undefined): string {
  const same = communes.find((name) => name.toLowerCase() === typed?.trim().toLowerCase());
  return same ?? (communes.length === 1 ? (communes[0] ?? "") : "");
}
