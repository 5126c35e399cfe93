"use client";

import { useField } from "@/components/ui/form/form-context";
import { AddButton, GroupFrame } from "@/components/ui/group-frame";
import type { GroupFieldDef } from "@/lib/demarches/form";
import { Applying } from "./applying";
import { FieldView } from "./field-view";

type Props = { field: GroupFieldDef; path: string; /** Items shown. */ count: number };

/** A repeatable group. « Ajouter » and « Supprimer » post the form: what was typed is kept and the page comes back. */
export function GroupView({ field, path, count }: Props) {
  const state = useField(path, Boolean(field.help));
  const shown = Math.max(count, field.min);
  return (
    <div id={state.id} tabIndex={-1} className={state.error ? "field has-error" : "mb-8"}>
      <h3>{field.label}</h3>
      {field.help ? <p className="field-hint">{field.help}</p> : null}
      {state.error ? (
        <p id={state.errorId} className="field-error">
          <span>{state.error}</span>
        </p>
      ) : null}
      {Array.from({ length: shown }, (_, index) => (
        <GroupFrame
          key={index}
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
