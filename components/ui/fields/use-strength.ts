"use client";

import { useEffect, useState } from "react";

type Typed = { password: string; words: readonly string[] };

/** Milliseconds without a key after which the server is asked. */
const rest = 400;

/**
 * Whether the server finds a password hard to guess, asked once the fingers rest. False until it answers, and where it does not: the
 * form judges all the same. Nothing is asked without `typed`.
 */
export function useStrength(url: string | undefined, typed: Typed | null): boolean {
  const key = typed ? JSON.stringify(typed) : "";
  const [good, setGood] = useState("");
  useEffect(() => {
    if (!url || !key || key === good) return;
    const request = new AbortController();
    const pause = setTimeout(() => {
      ask(url, key, request.signal).then(
        (isGood) => setGood(isGood ? key : ""),
        () => undefined,
      );
    }, rest);
    return () => {
      clearTimeout(pause);
      request.abort();
    };
  }, [url, key, good]);
  return key !== "" && key === good;
}

async function ask(url: string, body: string, signal: AbortSignal): Promise<boolean> {
  const headers = { "content-type": "application/json", accept: "application/json" };
  const response = await fetch(url, { method: "POST", headers, body, signal });
  const answer: unknown = response.ok ? await response.json() : null;
  return typeof answer === "object" && answer !== null && "isGood" in answer && answer.isGood === true;
}
