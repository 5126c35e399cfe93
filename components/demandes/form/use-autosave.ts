"use client";

import { useEffect, useRef, useState } from "react";
import type { Section } from "@/lib/demarches/form";
import { formatTime } from "@/lib/shared/dates";
import { createAutosaver, type Autosaver, type AutosaverState } from "./autosaver";
import { fieldPathOf } from "./paths";
import { sendField } from "./send-field";

export type DraftReference = { id: string };

export type AutosaveState =
  | {
      kind: "idle" | "saving" | "offline" | "stale" | "lost";
      /** « Continuer » was pressed for nothing. */ isHeld?: true;
    }
  /** « 14 h 32 » */
  | { kind: "saved"; time: string };

const typingPause = 1_500;
const leavingPause = 250;

/** Saves each field soon after it changed or was left. Without JavaScript the steps save themselves. */
export function useAutosave({ id }: DraftReference, sections: readonly Section[]) {
  const [state, setState] = useState<AutosaveState>({ kind: "idle" });
  const root = useRef<HTMLDivElement>(null);
  const saver = useRef<Autosaver>(null);

  useEffect(() => {
    const form = root.current?.closest("form");
    if (!form) return;
    const current = createAutosaver({
      send: (path) => sendField(form, id, path),
      onState: (next) => setState(toState(next)),
    });
    saver.current = current;
    const stopWatching = watch(form, current, setState);
    return () => {
      stopWatching();
      current.stop();
    };
  }, [id]);

  return {
    state,
    root,
    noteChange: (control: HTMLInputElement) => {
      const path = fieldPathOf(control.name, sections);
      if (path) saver.current?.note(path, isTyped(control) ? typingPause : leavingPause);
    },
    noteLeave: () => {
      // A press on a button comes right after: it carries everything by itself.
      setTimeout(() => void saver.current?.flush(), leavingPause);
    },
  };
}

/**
 * Before the form leaves, what waits is saved: an answer on its way would make the form's own edition stale, and without
 * a connection the page must stay as it is, and say that nothing left.
 */
function watch(form: HTMLFormElement, saver: Autosaver, say: (state: AutosaveState) => void): () => void {
  let isReady = false;
  function onSubmit(event: SubmitEvent) {
    if (isReady) {
      isReady = false;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    void saver.flush().then((reached) => {
      // What is all saved still needs a connection to go on.
      const kind = navigator.onLine ? reached.kind : "offline";
      if (kind === "offline" || kind === "lost") return say({ kind, isHeld: true });
      // A form that is still firing its own submission ignores a second one: not before the next turn.
      setTimeout(() => {
        isReady = true;
        saver.stop();
        form.requestSubmit(event.submitter);
      });
    });
  }
  const flush = () => void saver.flush();
  const onHide = () => document.visibilityState === "hidden" && flush();
  form.addEventListener("submit", onSubmit);
  const onBack = () => void saver.flush().then(({ kind }) => kind === "idle" && say({ kind }));
  window.addEventListener("online", onBack);
  document.addEventListener("visibilitychange", onHide);
  return () => {
    form.removeEventListener("submit", onSubmit);
    window.removeEventListener("online", onBack);
    document.removeEventListener("visibilitychange", onHide);
  };
}

function isTyped({ type }: HTMLInputElement): boolean {
  return type !== "radio" && type !== "checkbox" && type !== "select-one";
}

function toState(state: AutosaverState): AutosaveState {
  return state.kind === "saved" ? { kind: "saved", time: formatTime(state.at) } : { kind: state.kind };
}
