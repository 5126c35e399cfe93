"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { isRuleMet, personalTexts, type PasswordRule } from "./password-rules";
import { useStrength } from "./use-strength";

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

type Typed = { password: string; met: readonly string[]; words: readonly string[]; isLongEnough: boolean };

/** The ids of the rules met, as soon as something was typed in the form. */
function useMetRules(list: RefObject<HTMLElement | null>, name: string, rules: readonly PasswordRule[]) {
  const [typed, setTyped] = useState<Typed>();
  useEffect(() => {
    const form = list.current?.closest("form");
    if (!form) return;
    const read = (control: string) => typedIn(form, control);
    const check = () => {
      const password = read(name);
      const met = rules.filter((rule) => isRuleMet(rule, password, read));
      const isLongEnough = met.some(({ kind }) => kind === "length");
      setTyped({ password, met: met.map(({ id }) => id), words: personalTexts(rules, read), isLongEnough });
    };
    form.addEventListener("input", check);
    return () => form.removeEventListener("input", check);
  }, [list, name, rules]);
  const strength = rules.find((rule) => rule.kind === "strength");
  const isStrong = useStrength(
    strength?.url,
    typed?.isLongEnough ? { password: typed.password, words: typed.words } : null,
  );
  return typed && new Set([...typed.met, ...(strength && isStrong ? [strength.id] : [])]);
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
  if (met === total) return "Toutes les règles du mot de passe sont respectées.";
  return met < 2 ? `${met} règle sur ${total} est respectée.` : `${met} règles sur ${total} sont respectées.`;
}
