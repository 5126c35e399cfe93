"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { isRuleMet, type PasswordRule } from "./password-rules";

type Props = {
  /** Name of the password's control, in the same form. */
  for: string;
  rules: readonly PasswordRule[];
};

/** The rules of a new password: plain text without JavaScript, ticked as they are met with it (F16). */
export function PasswordChecklist({ for: name, rules }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const met = useMetRules(list, name, rules);
  const spoken = useAfterPause(met && summary(met.size, rules.length));
  return (
    <>
      <ul ref={list} className="ticks">
        {rules.map((rule) => (
          <li key={rule.id} className={met?.has(rule.id) ? "tick is-met" : "tick"}>
            <span>
              {rule.text}
              {met ? <span className="sr-only">{met.has(rule.id) ? " : respecté" : " : à respecter"}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </>
  );
}

/** The ids of the rules met, as soon as something was typed in the form. */
function useMetRules(list: RefObject<HTMLElement | null>, name: string, rules: readonly PasswordRule[]) {
  const [met, setMet] = useState<ReadonlySet<string>>();
  useEffect(() => {
    const form = list.current?.closest("form");
    if (!form) return;
    const read = (control: string) => typedIn(form, control);
    const check = () => setMet(new Set(rules.filter((rule) => isRuleMet(rule, read(name), read)).map(({ id }) => id)));
    form.addEventListener("input", check);
    return () => form.removeEventListener("input", check);
  }, [list, name, rules]);
  return met;
}

function typedIn(form: HTMLFormElement, control: string): string {
  const value = new FormData(form).get(control);
  return typeof value === "string" ? value : "";
}

/** Spoken once the fingers rest: a screen reader would otherwise repeat every key. */
function useAfterPause(text: string | undefined): string | undefined {
  const [spoken, setSpoken] = useState<string>();
  useEffect(() => {
    const pause = setTimeout(() => setSpoken(text), 800);
    return () => clearTimeout(pause);
  }, [text]);
  return spoken;
}

function summary(met: number, total: number): string {
  return met === total
    ? "Toutes les règles du mot de passe sont respectées."
    : `${met} règles sur ${total} sont respectées.`;
}
