"use client";

import { useRouter } from "next/navigation";
import { useId, useRef, useState, type SyntheticEvent } from "react";
import { buttonClass } from "../button-class";
import { HiddenFields } from "./hidden-fields";
import { sendFiles } from "./send-files";

type Props = {
  /** The route that receives the files: answers a redirection, or JSON to a script. */
  action: string;
  /** Sent before the files: what they belong to, and where to come back. */
  hidden: Readonly<Record<string, string>>;
  /** What the files are for, for those who do not see what stands around. */
  title: string;
  label: string;
  /** Formats and sizes accepted. */
  hint: string;
  /** For the accept attribute: « .pdf,.jpg ». The server decides. */
  accept: string;
  isMultiple: boolean;
};

type Progress =
  { kind: "idle" } | { kind: "sending"; percent: number } | { kind: "sent" } | { kind: "failed"; message: string };

/** Files from the device. With JavaScript they leave as soon as they are chosen; without, the button sends them. */
export function UploadForm({ action, hidden, title, label, hint, accept, isMultiple }: Props) {
  const id = useId();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [progress, setProgress] = useState<Progress>({ kind: "idle" });

  async function send(event: SyntheticEvent) {
    event.preventDefault();
    if (!form.current || progress.kind === "sending") return;
    setProgress({ kind: "sending", percent: 0 });
    const reply = await sendFiles(form.current, (percent) => setProgress({ kind: "sending", percent }));
    setProgress(reply.ok ? { kind: "sent" } : { kind: "failed", message: reply.message });
    form.current.reset();
    router.refresh();
  }

  const isFailed = progress.kind === "failed";
  return (
    <form
      ref={form}
      action={action}
      method="post"
      encType="multipart/form-data"
      onSubmit={(event) => void send(event)}
      aria-label={`Depuis votre appareil : ${title}`}
      className={isFailed ? "field has-error mt-3" : "field mt-3"}
    >
      <HiddenFields values={hidden} />
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-aide`} className="field-hint">
        {hint}
      </p>
      {isFailed ? (
        <p id={`${id}-erreur`} className="field-error">
          <span>
            <span className="sr-only">Erreur : </span>
            {progress.message}
          </span>
        </p>
      ) : null}
      <input
        type="file"
        id={id}
        name="file"
        accept={accept}
        multiple={isMultiple}
        onChange={(event) => void send(event)}
        aria-describedby={isFailed ? `${id}-aide ${id}-erreur` : `${id}-aide`}
        aria-invalid={isFailed || undefined}
        className="control"
      />
      <p>
        <button type="submit" className={buttonClass({ variant: "secondary" })}>
          Ajouter<span className="sr-only"> : {title}</span>
        </button>
      </p>
      <p role="status" className="min-h-[1.6em] text-ink-soft">
        {said(progress)}
      </p>
    </form>
  );
}

function said(progress: Progress): string {
  if (progress.kind === "sent") return "Le fichier est joint.";
  if (progress.kind !== "sending") return "";
  // Spoken by quarters: a reader is not interrupted at each percent.
  return progress.percent < 100
    ? `Envoi en cours : ${Math.floor(progress.percent / 25) * 25} %`
    : "Vérification du fichier…";
}
