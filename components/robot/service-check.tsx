"use client";

import { useEffect, useRef, useState, type ComponentType } from "react";
import type { HCaptchaProps } from "@hcaptcha/react-hcaptcha";
import { robotFields } from "@/lib/shared/robot-fields";

/** hCaptcha, loaded only where a town has set its keys. When it does not load, the form leaves without: a code is offered. */
export function ServiceCheck({ siteKey }: { siteKey: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [Widget, setWidget] = useState<ComponentType<HCaptchaProps> | null>(null);
  useEffect(() => {
    let isLeft = false;
    import("@hcaptcha/react-hcaptcha").then(
      (module) => !isLeft && setWidget(() => module.default),
      () => undefined,
    );
    return () => void (isLeft = true);
  }, []);
  const keep = (token: string) => void (input.current && (input.current.value = token));
  return (
    <>
      <input ref={input} type="hidden" name={robotFields.answer} defaultValue="" />
      {Widget && (
        <Widget sitekey={siteKey} languageOverride="fr" sentry={false} onVerify={keep} onExpire={() => keep("")} />
      )}
    </>
  );
}
