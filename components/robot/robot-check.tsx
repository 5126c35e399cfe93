"use client";

import { useEffect, useRef, useState } from "react";
import { robotFields, type RobotSettings } from "@/lib/shared/robot-fields";
import { keepProof } from "./proof";
import { ServiceCheck } from "./service-check";

/** Proves by itself that a browser is there. Without JavaScript nothing is proved, and the server offers a code by e-mail. */
export function RobotCheck({ settings }: { settings: RobotSettings }) {
  if (settings.driver === "hcaptcha") return <ServiceCheck siteKey={settings.siteKey} />;
  return <ProofOfWork />;
}

function ProofOfWork() {
  const input = useRef<HTMLInputElement>(null);
  const [isWaiting, setIsWaiting] = useState(false);
  useEffect(() => (input.current ? keepProof(input.current, setIsWaiting) : undefined), []);
  return (
    <>
      <input ref={input} type="hidden" name={robotFields.answer} defaultValue="" />
      <p role="status" className="form-status">
        {isWaiting ? "Vérification automatique en cours : le formulaire part tout seul dans un instant." : null}
      </p>
    </>
  );
}
