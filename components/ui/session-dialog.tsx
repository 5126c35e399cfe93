"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { PlainForm } from "./form/plain-form";
import { useSessionClock, type SessionPhase, type SessionTime } from "./session-clock";

type Props = SessionTime & {
  /** How long before the end the question is asked. */
  warnAt?: number;
  /** A GET there says how long the session lasts, a POST lengthens it: `{ "secondsLeft": 1800, "isLast": false }`. */
  extendUrl: string;
  /** Where one signs in again. */
  endedHref: string;
  /** « Ce que vous avez saisi est enregistré dans vos brouillons. » */
  reassurance: string;
  /** Ends the session that this dialog speaks of: a post, so that no link ever signs anybody out. */
  signOut: () => Promise<void>;
};

/**
 * Warns before the session ends, and lengthens it by one key. Once it is over, a page where something was typed stays as it
 * is and says what to do; any other leads to the sign-in page. Without JavaScript the server says it on the next page.
 */
export function SessionDialog(props: Props) {
  const { warnAt = 150, extendUrl, endedHref, reassurance, secondsLeft, isLast, signOut } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const hasTyped = useHasTyped();
  const [start] = useState({ secondsLeft, isLast });
  const { phase, remaining, extend } = useSessionClock({ start, warnAt, url: extendUrl });
  const [isUnreachable, setUnreachable] = useState(false);
  useOpening(dialog, phase, () => {
    if (phase !== "ended" || hasTyped()) return false;
    window.location.assign(endedHref);
    return true;
  });

  const stay = async () => setUnreachable(!(await extend()));
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      aria-labelledby="session-titre"
      aria-describedby="session-texte"
      onCancel={(event) => {
        if (phase !== "warned") return;
        event.preventDefault();
        void stay();
      }}
      className="dialog"
    >
      {phase === "warned" ? (
        <Warned minutes={minutesOf(remaining)} reassurance={reassurance} stay={() => void stay()} signOut={signOut} />
      ) : null}
      {phase === "last" ? <Last minutes={minutesOf(remaining)} close={close} signOut={signOut} /> : null}
      {phase === "ended" ? <Ended signInHref={endedHref} close={close} /> : null}
      <p role="alert">
        {isUnreachable && phase === "warned"
          ? "Le portail ne répond pas. Vérifiez votre connexion et réessayez."
          : null}
      </p>
    </dialog>
  );
}

type WarnedProps = Pick<Props, "reassurance" | "signOut"> & { minutes: string; stay: () => void };

function Warned({ minutes, reassurance, stay, signOut }: WarnedProps) {
  return (
    <>
      <h2 id="session-titre">Vous allez être déconnecté</h2>
      {/* Spoken at each minute, not at each second. */}
      <p id="session-texte" role="status">
        Par sécurité, votre session se termine dans {minutes}.
      </p>
      <p>{reassurance}</p>
      <div className="button-row">
        <button type="button" onClick={stay} className="button">
          Rester connecté
        </button>
        <SignOutForm signOut={signOut} />
      </div>
    </>
  );
}

function Last({ minutes, close, signOut }: Pick<Props, "signOut"> & { minutes: string; close: () => void }) {
  return (
    <>
      <h2 id="session-titre">Votre session arrive à sa durée maximale</h2>
      <p id="session-texte" role="status">
        Elle se termine dans {minutes} et ne peut plus être prolongée.
      </p>
      <p>Validez ce que vous avez commencé, ou terminez-le après vous être connecté à nouveau.</p>
      <div className="button-row">
        <button type="button" onClick={close} className="button">
          Revenir à ma page
        </button>
        <SignOutForm signOut={signOut} />
      </div>
    </>
  );
}

function Ended({ signInHref, close }: { signInHref: string; close: () => void }) {
  return (
    <>
      <h2 id="session-titre">Votre session a pris fin</h2>
      <p id="session-texte" role="status">
        Ce que vous avez saisi est resté sur cette page. Connectez-vous dans un autre onglet, puis revenez valider ici.
      </p>
      <div className="button-row">
        <a href={signInHref} target="_blank" rel="noopener" className="button">
          Se connecter<span className="sr-only"> dans un nouvel onglet</span>
        </a>
        <button type="button" onClick={close} className="button button-plain">
          Revenir à ma page
        </button>
      </div>
    </>
  );
}

function SignOutForm({ signOut }: Pick<Props, "signOut">) {
  return (
    <PlainForm action={signOut}>
      <button type="submit" className="button button-plain">
        Se déconnecter
      </button>
    </PlainForm>
  );
}

function minutesOf(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return `${minutes} ${minutes > 1 ? "minutes" : "minute"}`;
}

/** Whether something was typed or chosen in this page since it was shown. */
function useHasTyped(): () => boolean {
  const path = useRef<string>(undefined);
  useEffect(() => {
    const note = () => {
      path.current = window.location.pathname;
    };
    document.addEventListener("input", note, true);
    return () => document.removeEventListener("input", note, true);
  }, []);
  return () => path.current === window.location.pathname;
}

/** Opened anew at each phase, so that the focus goes to its first button; what had the focus gets it back. */
function useOpening(dialog: RefObject<HTMLDialogElement | null>, phase: SessionPhase, leaves: () => boolean) {
  const leave = useRef(leaves);
  useEffect(() => {
    leave.current = leaves;
  });
  useEffect(() => {
    const box = dialog.current;
    if (!box) return;
    if (box.open) box.close();
    if (phase !== "quiet" && !leave.current()) box.showModal();
  }, [dialog, phase]);
}
