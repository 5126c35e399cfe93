import type { ReactNode } from "react";
import { SubmitButton } from "./form/submit-button";

type Props = {
  /** Where the page comes back to when it was added, or stands where another was removed; it takes the focus. */
  id?: string;
  /** Of what has just been done here. */
  noteId?: string;
  /** « Enfant 2 » */
  title: string;
  children: ReactNode;
  /** What the « Supprimer » button posts; absent when the last one must stay. */
  remove?: { name: string; value: string };
};

/** One item of a repeatable group. */
export function GroupFrame({ id, noteId, title, children, remove }: Props) {
  return (
    <fieldset id={id} tabIndex={id ? -1 : undefined} aria-describedby={noteId} className="group-frame">
      <legend className="as-title">{title}</legend>
      {children}
      {remove ? (
        <SubmitButton variant="danger" name={remove.name} value={remove.value} context={title}>
          Supprimer
        </SubmitButton>
      ) : null}
    </fieldset>
  );
}

type AddProps = { name: string; value: string; /** « Ajouter un enfant » */ label: string };

/** Posts the form to get one more item, what was typed being kept. */
export function AddButton({ name, value, label }: AddProps) {
  return (
    <p className="mb-8">
      <SubmitButton variant="secondary" name={name} value={value}>
        {label}
      </SubmitButton>
    </p>
  );
}
