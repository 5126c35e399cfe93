"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { rulesId } from "./password-field";
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
  const spoken = useAfterPause(met && summary(rules, met));
  return (
    <>
      <ul ref={list} id={rulesId(name)} className="ticks">
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

/** How many are met, and which are not, once they are few. */
function summary(rules: readonly PasswordRule[], met: ReadonlySet<string>): string {
  const missing = rules.filter(({ id }) => !met.has(id)).map(({ text }) => text);
  if (missing.length === 0) return "Toutes les règles du mot de passe sont respectées.";
  const said = `${met.size} ${met.size < 2 ? "règle" : "règles"} sur ${rules.length} ${met.size < 2 ? "est respectée" : "sont respectées"}.`;
  return missing.length < 3 ? `${said} À respecter\u00A0: ${missing.join("\u00A0; ")}.` : said;
}
