"use client";

import { useEffect, useRef, useState, type RefObject } from "react";

type Props = {
  /** Seconds left when the page was made. */
  secondsLeft: number;
  /** How long before the end the question is asked. */
  warnAt?: number;
  /** A POST there lengthens the session; its answer says `{ "secondsLeft": 1800 }`. */
  extendUrl: string;
  /** Where the page goes once the session is over. */
  endedHref: string;
  /** « Ce que vous avez saisi est enregistré dans vos brouillons. » */
  reassurance: string;
};

/** Warns before the session ends, and lengthens it by one key. Without JavaScript the server says it on the next page. */
export function SessionDialog({ secondsLeft, warnAt = 150, extendUrl, endedHref, reassurance }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { remaining, restart } = useCountdown(secondsLeft);
  useWarning(dialog, remaining, warnAt, endedHref);

  async function extend() {
    const response = await fetch(extendUrl, { method: "POST" }).catch(() => undefined);
    const body: unknown = response?.ok ? await response.json() : undefined;
    const left = typeof body === "object" && body !== null && "secondsLeft" in body ? Number(body.secondsLeft) : 0;
    if (left > 0) restart(left);
    else window.location.assign(endedHref);
  }

  const minutes = Math.max(1, Math.ceil(remaining / 60));
  return (
    <dialog ref={dialog} aria-labelledby="session-titre" onCancel={() => void extend()} className="dialog">
      <h2 id="session-titre">Vous allez être déconnecté</h2>
      {/* Spoken at each minute, not at each second. */}
      <p role="status">
        Par sécurité, votre session se termine dans {minutes} {minutes > 1 ? "minutes" : "minute"}.
      </p>
      <p>{reassurance}</p>
      <div className="button-row">
        <button type="button" autoFocus onClick={() => void extend()} className="button">
          Rester connecté
        </button>
        <a href="/deconnexion" className="button button-plain">
          Se déconnecter
        </a>
      </div>
    </dialog>
  );
}

/** Counts from the clock, so that a sleeping computer finds the right time when it wakes. */
function useCountdown(seconds: number) {
  const [remaining, setRemaining] = useState(seconds);
  const [length, setLength] = useState({ seconds });
  useEffect(() => {
    const end = browserTime() + length.seconds * 1000;
    const tick = () => setRemaining(Math.round((end - browserTime()) / 1000));
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [length]);
  const restart = (newSeconds: number) => {
    setRemaining(newSeconds);
    setLength({ seconds: newSeconds });
  };
  return { remaining, restart };
}

function browserTime(): number {
  // eslint-disable-next-line no-restricted-syntax -- in the browser there is no clock of ours; a timer that sleeps would be wrong
  return Date.now();
}

function useWarning(dialog: RefObject<HTMLDialogElement | null>, remaining: number, warnAt: number, endedHref: string) {
  useEffect(() => {
    const box = dialog.current;
    if (!box) return;
    if (remaining <= 0) window.location.assign(endedHref);
    else if (remaining > warnAt && box.open) box.close();
    else if (remaining <= warnAt && !box.open) box.showModal();
  }, [dialog, remaining, warnAt, endedHref]);
}
