"use client";

import { useEffect, useId, useRef, type ReactNode, type RefObject } from "react";
import { isRefused, type FileOutcome } from "@/lib/shared/file-outcome";
import { buttonClass } from "../button-class";
import { useHydrated } from "../use-hydrated";
import { HiddenFields } from "./hidden-fields";
import { UploadOutcomes } from "./upload-outcomes";
import { useSending, type Sending, type UploadLimits } from "./use-sending";

type Props = {
  /** The route that receives the files: answers a redirection, or JSON to a script. */
  action: string;
  /** Sent before the files: what they belong to, and where to come back: to the anchor of `id`, « /…#envoi-piece ». */
  hidden: Readonly<Record<string, string>>;
  id: string;
  /** What the files are for, for those who do not see what stands around. */
  title: string;
  label: string;
  /** Formats and sizes accepted. */
  hint: string;
  /** For the accept attribute: « .pdf,.jpg ». The server decides. */
  accept: string;
  isMultiple: boolean;
  limits: UploadLimits;
  /** Identifiers of the files that are there, where the page lists them. */
  present?: readonly string[];
  /** What became of the files sent without JavaScript since the page was come to. */
  sent?: readonly FileOutcome[];
  /** In the place of the control, once there is no room left. What was said of the files stays above it. */
  full?: ReactNode;
};

/** Files from the device. With JavaScript they leave as soon as they are chosen; without, the button « Ajouter » sends them. */
export function UploadForm({ action, hidden, id, title, limits, present, sent = [], full, ...control }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { form, input, sending, outcomes, send } = useSending(id, limits, sent);
  const hasRoom = limits.room > 0 || sending !== null;
  useFocusKept(box, hasRoom);
  useControlInView(input, outcomes, present);

  return (
    <div className="mt-3">
      <div ref={box} id={id} tabIndex={-1}>
        <UploadOutcomes outcomes={outcomes} present={present} />
      </div>
      {hasRoom ? (
        <form
          ref={form}
          action={action}
          method="post"
          encType="multipart/form-data"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
          aria-label={`Depuis votre appareil : ${title}`}
          className="field"
        >
          <HiddenFields values={hidden} />
          <Control {...control} {...{ input, title, sending }} errorId={isRefused(outcomes) ? id : undefined} />
        </form>
      ) : (
        full
      )}
    </div>
  );
}

type ControlProps = Pick<Props, "label" | "hint" | "accept" | "isMultiple" | "title"> & {
  input: RefObject<HTMLInputElement | null>;
  sending: Sending | null;
  errorId?: string;
};

function Control({ label, hint, accept, isMultiple, title, input, sending, errorId }: ControlProps) {
  const id = useId();
  const isAlive = useHydrated();
  return (
    <>
      <label htmlFor={id}>
        {label}
        <span className="sr-only"> : {title}</span>
      </label>
      <p id={`${id}-aide`} className="field-hint">
        {hint}
      </p>
      <input
        ref={input}
        type="file"
        id={id}
        name="file"
        accept={accept}
        multiple={isMultiple}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
        aria-describedby={errorId ? `${id}-aide ${errorId}` : `${id}-aide`}
        aria-invalid={errorId ? true : undefined}
        className="control"
      />
      {/* One stands where the other stood: nothing moves when the page comes alive. */}
      {isAlive ? (
        <p role="status" className="min-h-[2.75rem] text-ink-soft">
          {said(sending)}
        </p>
      ) : (
        <p>
          <button type="submit" className={buttonClass({ variant: "secondary" })}>
            Ajouter<span className="sr-only"> : {title}</span>
          </button>
        </p>
      )}
    </>
  );
}

/** The control that leaves with the focus in it, once all the room is taken, leaves it to what was said of the files. */
function useFocusKept(box: RefObject<HTMLElement | null>, hasRoom: boolean): void {
  const had = useRef(hasRoom);
  useEffect(() => {
    if (had.current && !hasRoom && document.activeElement === document.body) box.current?.focus();
    had.current = hasRoom;
  }, [box, hasRoom]);
}

/** What is said above the control pushes it down: while it has the focus, it stays in view. */
function useControlInView(
  input: RefObject<HTMLInputElement | null>,
  outcomes: readonly FileOutcome[],
  present: readonly string[] | undefined,
): void {
  const lines = outcomes.length + (present?.length ?? 0);
  useEffect(() => {
    if (input.current && document.activeElement === input.current) input.current.scrollIntoView({ block: "nearest" });
  }, [input, lines]);
}

function said(sending: Sending | null): string {
  if (!sending) return "";
  const { rank, of, name, percent } = sending;
  const which = of > 1 ? `Fichier ${rank} sur ${of}, ${name}` : name;
  // Spoken by quarters: a reader is not interrupted at each percent.
  return percent < 100
    ? `${which} : envoi en cours, ${Math.floor(percent / 25) * 25} %`
    : `${which} : vérification du fichier…`;
}
