"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useField, useTypedText } from "../form/form-context";
import { FieldFrame } from "./field-frame";
import { useCommunes } from "./use-communes";

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
  /** In another country: no commune of France is proposed, whatever the code looks like. */
  isForeign?: boolean;
};

/**
 * « Code postal » then « Commune ». Without JavaScript the commune is typed; with it, a known postal code turns it into
 * a list to choose from, which posts the same name: never while it has the focus, nor while it holds what was typed or filled by
 * the browser, which is then completed by the same list.
 */
export function CommuneField(props: Props) {
  const { postalCodeName, communeName, optional, isOwnAddress = true, isForeign = false } = props;
  const postalCode = useField(postalCodeName, !isForeign);
  const commune = useField(communeName, false);
  const typedCode = useTypedText(postalCodeName, props.defaultPostalCode) ?? "";
  const typedCommune = useTypedText(communeName, props.defaultCommune) ?? "";
  const [code, setCode] = useState(typedCode);
  const found = useCommunes(props.lookupUrl, isForeign ? "" : code);
  const { control, shown, held, settle } = useControl({ found, isForeign, typedCommune });
  const proposed = found ?? [];
  const attributes = {
    id: commune.id,
    name: communeName,
    autoComplete: isOwnAddress ? "address-level2" : "off",
    "aria-describedby": commune.describedBy,
    "aria-invalid": commune.error ? true : undefined,
    className: "control control-w20",
    onBlur: settle,
  } as const;

  return (
    <>
      <FieldFrame
        field={postalCode}
        label="Code postal"
        hint={isForeign ? undefined : "5 chiffres"}
        optional={optional || isForeign}
      >
        <input
          id={postalCode.id}
          name={postalCodeName}
          type="text"
          inputMode={isForeign ? "text" : "numeric"}
          autoComplete={isOwnAddress ? "postal-code" : "off"}
          defaultValue={typedCode}
          onInput={(event) => setCode(event.currentTarget.value)}
          aria-describedby={postalCode.describedBy}
          aria-invalid={postalCode.error ? true : undefined}
          className="control control-w5"
        />
      </FieldFrame>
      <FieldFrame field={commune} label="Commune" optional={optional}>
        {shown.length === 0 ? (
          <>
            <input
              {...attributes}
              ref={control}
              type="text"
              list={proposed.length > 0 ? `${commune.id}-liste` : undefined}
              defaultValue={held}
            />
            <datalist id={`${commune.id}-liste`}>
              {proposed.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        ) : (
          <select key={shown.join()} {...attributes} ref={control} defaultValue={chosenAmong(shown, held)}>
            {shown.length > 1 ? <option value="">Choisissez</option> : null}
            {shown.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
      </FieldFrame>
      <p role="status" className="sr-only">
        {said(proposed)}
      </p>
    </>
  );
}

type Facts = { found: readonly string[] | null; isForeign: boolean; typedCommune: string };
type Element = HTMLInputElement | HTMLSelectElement;

/** Which control stands there, and what it held when it came. It changes between two uses of it, never under the hand. */
function useControl({ found, isForeign, typedCommune }: Facts) {
  const element = useRef<Element>(null);
  const [{ shown, held }, set] = useState<{ shown: readonly string[]; held: string }>({
    shown: [],
    held: typedCommune,
  });

  const settle = () => {
    const now = element.current;
    const next = isForeign ? [] : found;
    if (!now || next === null || next.join() === shown.join()) return;
    const isTyped = now instanceof HTMLInputElement && now.value.trim() !== "";
    if (isTyped || now === document.activeElement) return;
    // A commune of the list was proposed by the postal code: it is not kept for another country.
    set({ shown: next, held: isForeign ? "" : now.value });
  };
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => latest.current(), [found, isForeign]);

  const control = useCallback((node: Element | null) => void (element.current = node), []);
  return { control, shown, held, settle };
}

function said(proposed: readonly string[]): string | null {
  const [only] = proposed;
  if (only === undefined) return null;
  return proposed.length === 1 ? `Commune de ce code postal : ${only}.` : `${proposed.length} communes proposées.`;
}

function chosenAmong(communes: readonly string[], held: string): string {
  return communes.find((name) => name === held) ?? (communes.length === 1 ? (communes[0] ?? "") : "");
}
