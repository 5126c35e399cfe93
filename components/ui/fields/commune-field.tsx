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
 * the browser, which is then completed by the same list. The list leaves with its code.
 */
export function CommuneField(props: Props) {
  const { postalCodeName, communeName, optional, isOwnAddress = true, isForeign = false } = props;
  const postalCode = useField(postalCodeName, !isForeign);
  const commune = useField(communeName, false);
  const typedCode = useTypedText(postalCodeName, props.defaultPostalCode) ?? "";
  const typedCommune = useTypedText(communeName, props.defaultCommune) ?? "";
  const [code, setCode] = useState(typedCode);
  const found = useCommunes(props.lookupUrl, isForeign ? "" : code);
  const { control, shown, held, text, settle } = useControl({ found, isForeign, typedCommune });
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
              defaultValue={text}
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
        {code === typedCode ? null : said(shown, held)}
      </p>
    </>
  );
}

type Facts = { found: readonly string[] | null; isForeign: boolean; typedCommune: string };
type Element = HTMLInputElement | HTMLSelectElement;

/**
 * Which control stands there: the list of `shown`, where there is one, or a text that began as `text`; and the commune chosen last,
 * which is chosen again where it is proposed. It changes between two uses of it, never under the hand.
 */
function useControl({ found, isForeign, typedCommune }: Facts) {
  const element = useRef<Element>(null);
  const [now, set] = useState<Control>({ shown: [], held: typedCommune, text: typedCommune });

  const settle = () => {
    const control = element.current;
    const next = isForeign ? [] : (found ?? []);
    if (!control || next.join() === now.shown.join()) return;
    const isTyped = control instanceof HTMLInputElement && control.value.trim() !== "";
    if (isTyped || control === document.activeElement) return;
    // A commune of the list was proposed by the postal code: it is kept neither for another code nor for another country.
    set({ shown: next, held: isForeign ? "" : control.value || now.held, text: "" });
  };
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => latest.current(), [found, isForeign]);

  const control = useCallback((node: Element | null) => void (element.current = node), []);
  return { ...now, control, settle };
}

type Control = { shown: readonly string[]; held: string; text: string };

/** What the control offers from now on; nothing while it is a text. */
function said(shown: readonly string[], held: string): string | null {
  const [only] = shown;
  if (only === undefined) return null;
  if (shown.length === 1) return `Commune de ce code postal : ${only}.`;
  return `${shown.length} communes proposées.${chosenAmong(shown, held) ? "" : " Choisissez la vôtre."}`;
}

function chosenAmong(communes: readonly string[], held: string): string {
  return communes.find((name) => name === held) ?? (communes.length === 1 ? (communes[0] ?? "") : "");
}
