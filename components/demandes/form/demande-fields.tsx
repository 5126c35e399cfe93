"use client";

import { useState, type SyntheticEvent } from "react";
import type { Field, Section } from "@/lib/demarches/form";
import type { FormValues } from "@/lib/shared/form-state";
import { Applying, ApplyingPaths } from "./applying";
import { AutosaveStatus } from "./autosave-status";
import { FieldView } from "./field-view";
import { GroupView } from "./group-view";
import { newQuestions } from "./new-questions";
import { countItems } from "./paths";
import { PeopleContext, type KnownPerson } from "./people";
import { takeOwn } from "./take-own";
import { useAnchorFocus } from "./use-anchor-focus";
import { useApplyingPaths } from "./use-applying-paths";
import { useAutosave, type DraftReference } from "./use-autosave";

type Props = {
  /** Shown on this page, in order. */
  sections: readonly Section[];
  /** Of earlier steps, when conditions look at them. */
  earlier: readonly Section[];
  /** Controls of all those sections. */
  values: FormValues;
  people: readonly KnownPerson[];
  draft: DraftReference;
};

/** The fields of one step. With JavaScript they appear as soon as they apply and are saved one by one. */
export function DemandeFields({ sections, earlier, values, people, draft }: Props) {
  const [all] = useState(() => [...earlier, ...sections]);
  const { given, paths, update } = useApplyingPaths(all, values);
  const { state, root, noteChange, noteLeave } = useAutosave(draft, sections);
  const [takenUp, setTakenUp] = useState("");
  useAnchorFocus(root);
  const [news, setNews] = useState({ paths, text: "" });
  if (news.paths !== paths) setNews({ paths, text: newQuestions(sections, news.paths, paths) });

  function onChange(event: SyntheticEvent) {
    const control = event.target as HTMLInputElement;
    if (!control.form) return;
    update(control.form);
    noteChange(control);
    const taken = takeOwn(control.form, all, given);
    if (!taken) return;
    noteChange(taken);
    setTakenUp(taken.value ? "Vos nom et prénom ont été repris." : "Vos nom et prénom ont été retirés.");
  }

  return (
    <ApplyingPaths value={paths}>
      <PeopleContext value={people}>
        <div ref={root} onChange={onChange} onBlur={noteLeave}>
          {sections.map((section) => (
            <Applying key={section.key} path={section.key}>
              <SectionFields section={section} values={given} hasTitle={sections.length > 1 || section.title !== ""} />
            </Applying>
          ))}
          {/* Apart: a reader says the whole of the one that changes. */}
          {[news.text, takenUp].map((text, at) => (
            <p key={at} role="status" className="sr-only">
              {text}
            </p>
          ))}
          <AutosaveStatus state={state} />
        </div>
      </PeopleContext>
    </ApplyingPaths>
  );
}

type SectionProps = { section: Section; values: FormValues; hasTitle: boolean };

function SectionFields({ section, values, hasTitle }: SectionProps) {
  return (
    <section className="mb-10">
      {hasTitle ? <h2 className="mb-5">{section.title}</h2> : null}
      {section.help ? <p className="mb-6 max-w-[40rem] text-ink-soft">{section.help}</p> : null}
      {section.fields.map((field) => (
        <Applying key={field.key} path={`${section.key}.${field.key}`}>
          <AnyField field={field} path={`${section.key}.${field.key}`} values={values} />
        </Applying>
      ))}
    </section>
  );
}

function AnyField({ field, path, values }: { field: Field; path: string; values: FormValues }) {
  if ("fields" in field) return <GroupView field={field} path={path} count={countItems(path, values)} />;
  return <FieldView field={field} path={path} />;
}
