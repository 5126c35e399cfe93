"use client";

import { useSearchParams } from "next/navigation";
import { use } from "react";
import { FieldNotes } from "@/components/ui/fields/field-frame";
import { fieldId, FormContext, useField } from "@/components/ui/form/form-context";
import { AddButton, GroupFrame } from "@/components/ui/group-frame";
import type { GroupFieldDef } from "@/lib/demarches/form";
import { Applying } from "./applying";
import { FieldView } from "./field-view";

type Props = { field: GroupFieldDef; path: string; /** Items shown. */ count: number };

/** A repeatable group. « Ajouter » and « Supprimer » post the form: what was typed is kept and the page comes back. */
export function GroupView({ field, path, count }: Props) {
  const state = useField(path, Boolean(field.help));
  const shown = Math.max(count, field.min);
  const done = useDone(path, field.itemLabel);
  const here = done ? Math.min(done.index, shown - 1) : null;
  const noteId = `${state.id}-fait`;
  return (
    <div id={state.id} tabIndex={-1} className={state.error ? "field has-error" : "mb-8"}>
      <h3>{field.label}</h3>
      <FieldNotes field={state} hint={field.help} />
      {done ? (
        <p role="status" id={noteId} className="mb-4">
          {done.said}
        </p>
      ) : null}
      {Array.from({ length: shown }, (_, index) => (
        <GroupFrame
          key={index}
          id={fieldId(`${path}.${index}`)}
          noteId={here === index ? noteId : undefined}
          title={`${field.itemLabel} ${index + 1}`}
          remove={shown > field.min ? { name: "intent", value: `remove:${path}.${index}` } : undefined}
        >
          {field.fields.map((item) => (
            <Applying key={item.key} path={`${path}.${index}.${item.key}`}>
              <FieldView field={item} path={`${path}.${index}.${item.key}`} />
            </Applying>
          ))}
        </GroupFrame>
      ))}
      {shown < field.max ? <AddButton name="intent" value={`add:${path}`} label={field.addLabel} /> : null}
    </div>
  );
}

const doneVerbs = { ajoute: "ajouté", retire: "supprimé" } as const;

/** « Ajouter » or « Supprimer », just pressed: the address says which item of which group, until the page comes back refused. */
function useDone(path: string, itemLabel: string): { index: number; said: string } | null {
  const query = useSearchParams();
  if (use(FormContext).state.status === "error") return null;
  for (const name of ["ajoute", "retire"] as const) {
    const item = query.get(name) ?? "";
    const index = Number(item.slice(path.length + 1));
    if (item === `${path}.${index}` && Number.isInteger(index))
      return { index, said: `Vous avez ${doneVerbs[name]} «\u00A0${itemLabel} ${index + 1}\u00A0».` };
  }
  return null;
}
