"use client";

import { useCallback, useEffect, useState } from "react";

export type SessionTime = {
  /** Before the session ends if nothing more is asked. */
  secondsLeft: number;
  /** Nothing puts this end off. */
  isLast: boolean;
};

/** « warned » can be put off, « last » cannot. */
export type SessionPhase = "quiet" | "warned" | "last" | "ended";

type Settings = { start: SessionTime; warnAt: number; url: string };

/**
 * Where the session stands. It counts by itself and, before it says anything, asks the server: another tab, an autosave or
 * a form may have used the session meanwhile, or ended it. Without an answer it trusts its own count.
 */
export function useSessionClock({ start, warnAt, url }: Settings) {
  const [known, setKnown] = useState(start);
  const [phase, setPhase] = useState<SessionPhase>("quiet");
  const remaining = useCountdown(known);
  const counted = phaseOf({ ...known, secondsLeft: remaining }, warnAt);

  const learn = useCallback(
    (answer: SessionTime) => {
      setKnown(answer);
      setPhase(phaseOf(answer, warnAt));
    },
    [warnAt],
  );
  useEffect(() => {
    if (counted === "quiet") return;
    void readTime(url).then((answer) => (answer ? learn(answer) : setPhase(counted)));
  }, [counted, url, learn]);
  useReturn(phase === "ended", url, learn);

  /** Whether the server could be asked. */
  const extend = useCallback(async () => {
    const answer = await readTime(url, { method: "POST" });
    if (answer) learn(answer);
    return answer !== undefined;
  }, [url, learn]);
  return { phase, remaining, extend };
}

/** Back from another tab, where the person may have signed in again. */
function useReturn(isEnded: boolean, url: string, learn: (answer: SessionTime) => void) {
  useEffect(() => {
    if (!isEnded) return;
    const again = () => void readTime(url).then((answer) => (answer ? learn(answer) : undefined));
    window.addEventListener("focus", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      window.removeEventListener("focus", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, [isEnded, url, learn]);
}

function phaseOf({ secondsLeft, isLast }: SessionTime, warnAt: number): SessionPhase {
  if (secondsLeft <= 0) return "ended";
  if (secondsLeft > warnAt) return "quiet";
  return isLast ? "last" : "warned";
}

/** Undefined when the server does not answer as it should. */
async function readTime(url: string, init: RequestInit = {}): Promise<SessionTime | undefined> {
  try {
    const response = await fetch(url, { cache: "no-store", ...init });
    if (response.status === 401) return { secondsLeft: 0, isLast: false };
    const body: unknown = response.ok ? await response.json() : undefined;
    if (typeof body !== "object" || body === null || !("secondsLeft" in body)) return undefined;
    return { secondsLeft: Number(body.secondsLeft), isLast: "isLast" in body && body.isLast === true };
  } catch {
    return undefined;
  }
}

/** Seconds left, from the clock, so that a sleeping computer finds the right time when it wakes. */
function useCountdown(known: SessionTime): number {
  const [remaining, setRemaining] = useState(known.secondsLeft);
  const [counting, setCounting] = useState(known);
  if (counting !== known) {
    setCounting(known);
    setRemaining(known.secondsLeft);
  }
  useEffect(() => {
    const end = browserTime() + known.secondsLeft * 1000;
    const tick = () => setRemaining(Math.round((end - browserTime()) / 1000));
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [known]);
  return remaining;
}

function browserTime(): number {
  // eslint-disable-next-line no-restricted-syntax -- in the browser there is no clock of ours; a timer that sleeps would be wrong
  return Date.now();
}
