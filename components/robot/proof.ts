import type { RobotChallenge } from "@/lib/shared/robot-fields";
import { solve } from "./solve";

/** The server accepts a proof for two hours; a page may stay open longer. */
const goodForMs = 100 * 60_000;
/** A slow phone is not made to wait for ever: the form leaves without a proof, and a code by e-mail is offered. */
const longestWaitMs = 12_000;

/**
 * Puts a proof in `input` as soon as it is found, and holds back a form sent before. `onWaiting` says when a person waits.
 * Returns what stops it all.
 */
export function keepProof(input: HTMLInputElement, onWaiting: (isWaiting: boolean) => void): () => void {
  const stop = new AbortController();
  const { form } = input;
  let work = startWork(input, stop.signal);

  const holdBack = (event: SubmitEvent) => {
    if (work.isOver && performance.now() - work.endedAt < goodForMs) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (work.isOver) work = startWork(input, stop.signal);
    onWaiting(true);
    const late = new Promise((resolve) => setTimeout(resolve, longestWaitMs));
    void Promise.race([work.end, late]).then(() => {
      work.isOver = true;
      work.endedAt = performance.now();
      onWaiting(false);
      if (!stop.signal.aborted) form?.requestSubmit(event.submitter);
    });
  };
  form?.addEventListener("submit", holdBack, { capture: true, signal: stop.signal });
  return () => stop.abort();
}

type Work = { isOver: boolean; endedAt: number; end: Promise<void> };

function startWork(input: HTMLInputElement, signal: AbortSignal): Work {
  const work: Work = { isOver: false, endedAt: 0, end: Promise.resolve() };
  work.end = findProof(signal).then((proof) => {
    if (!signal.aborted) input.value = proof;
    work.isOver = true;
    work.endedAt = performance.now();
  });
  return work;
}

/** Empty when the server or the browser cannot: the form leaves all the same. */
async function findProof(signal: AbortSignal): Promise<string> {
  try {
    const answer = await fetch("/api/robot/defi", { headers: { accept: "application/json" }, signal });
    if (!answer.ok) return "";
    return (await solve((await answer.json()) as RobotChallenge, signal)) ?? "";
  } catch {
    return "";
  }
}
