"use client";

import type { ReactNode } from "react";
import { SubmitButton } from "../form/submit-button";
import { useField } from "../form/form-context";
import { FieldFrame, FieldSetFrame } from "./field-frame";

export type UploadedFile = {
  id: string;
  name: string;
  /** « PDF, 1,2 Mo » */
  detail?: string;
  href?: string;
};

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** For the accept attribute: « .jpg,.jpeg,.png,.pdf ». The server decides. */
  accept?: string;
  isMultiple?: boolean;
  /** Files already received, with what removes them. */
  files?: readonly UploadedFile[];
  /** Name of the remove buttons; their value is `remove:<id>`. */
  removeName?: string;
  /** No more place: the list stays, the input goes. */
  isFull?: boolean;
};

/** A plain file input: it works everywhere. What was already sent is listed above it. */
export function FileField({
  name,
  label,
  hint,
  optional,
  accept,
  isMultiple,
  files = [],
  removeName = "intent",
  isFull,
}: Props) {
  const field = useField(name, Boolean(hint));
  const received = files.length > 0 ? <UploadedFiles files={files} removeName={removeName} /> : null;
  if (isFull) {
    return (
      <FieldSetFrame field={field} label={label} hint={hint} optional={optional}>
        {received}
      </FieldSetFrame>
    );
  }
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      {received}
      <input
        type="file"
        id={field.id}
        name={name}
        accept={accept}
        multiple={isMultiple}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
        className="control"
      />
    </FieldFrame>
  );
}

function UploadedFiles({ files, removeName }: { files: readonly UploadedFile[]; removeName: string }) {
  return (
    <ul className="file-list">
      {files.map((file) => (
        <li key={file.id}>
          <span className="min-w-0">
            {file.href ? <a href={file.href}>{file.name}</a> : <span>{file.name}</span>}
            {file.detail ? <span className="text-ink-soft"> ({file.detail})</span> : null}
          </span>
          <SubmitButton
            variant="plain"
            name={removeName}
            value={`remove:${file.id}`}
            context={`le fichier ${file.name}`}
          >
            Supprimer
          </SubmitButton>
        </li>
      ))}
    </ul>
  );
}
