"use client";

import { useState, type ReactNode } from "react";
import { useField } from "../form/form-context";
import { useHydrated } from "../use-hydrated";
import { FieldFrame } from "./field-frame";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  autoComplete: "current-password" | "new-password";
  /** Below the control: the rules of a new password. */
  children?: ReactNode;
};

/** Of the rules shown below the control called `name`: they describe it. */
export function rulesId(name: string): string {
  return `${name}-regles`;
}

/** A password, which may be pasted and, with JavaScript, shown. It is never given back by the server. */
export function PasswordField({ name, label, hint, autoComplete, children }: Props) {
  const field = useField(name, Boolean(hint));
  const isHydrated = useHydrated();
  const [isShown, setIsShown] = useState(false);
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      <div className="password-row">
        <input
          id={field.id}
          name={name}
          type={isShown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={[field.describedBy, children && rulesId(name)].filter(Boolean).join(" ") || undefined}
          aria-invalid={field.error ? true : undefined}
          className="control"
        />
        {isHydrated ? (
          <button
            type="button"
            aria-controls={field.id}
            onClick={() => setIsShown(!isShown)}
            className="password-toggle"
          >
            {isShown ? "Masquer" : "Afficher"}
            <span className="sr-only"> le mot de passe</span>
          </button>
        ) : null}
      </div>
      {children}
    </FieldFrame>
  );
}
