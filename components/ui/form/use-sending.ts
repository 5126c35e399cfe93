import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { addOutcomes, asEarlier, type FileOutcome } from "@/lib/shared/file-outcome";
import { useOutcomes } from "./kept-outcomes";
import { sendFile } from "./send-file";

/** What may still be sent, and the words for what may not. The server judges again. */
export type UploadLimits = { room: number; bytes: number; tooLarge: string; tooMany: string };
/** The file on its way: its rank among those chosen. */
export type Sending = { name: string; rank: number; of: number; percent: number };

/** Sends what was chosen, one file after the other: each has its own answer, and one that is refused stops no other. */
export function useSending(id: string, limits: UploadLimits, first: readonly FileOutcome[]) {
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const queue = useRef<File[]>([]);
  const isBusy = useRef(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [outcomes, setOutcomes] = useOutcomes(id, first);

  async function send() {
    queue.current.push(...(input.current?.files ?? []));
    if (input.current) input.current.value = "";
    // Files chosen while others are on their way go after them.
    if (!form.current || isBusy.current || queue.current.length === 0) return;
    isBusy.current = true;
    let { room } = limits;
    let rank = 0;
    for (let file = queue.current.shift(); file; file = queue.current.shift()) {
      const { name } = file;
      rank += 1;
      const of = rank + queue.current.length;
      const progress = (percent: number) => setSending({ name, rank, of, percent });
      progress(0);
      const outcome = unsendable(file, room, limits) ?? (await sendFile(form.current, file, progress));
      if (outcome.refusal === null) room -= 1;
      setOutcomes((before) => addOutcomes(before, [outcome]));
    }
    setSending(null);
    isBusy.current = false;
    refresh(router);
  }

  useEffect(() => {
    // Any form of the page that is sent, this one too, is an act after what was said: it is no news any more.
    const noteAct = () => {
      if (!isBusy.current) setOutcomes(asEarlier);
    };
    document.addEventListener("submit", noteAct, true);
    // What was chosen while the page was still coming.
    if (input.current?.files?.length) form.current?.requestSubmit();
    return () => document.removeEventListener("submit", noteAct, true);
  }, [setOutcomes]);
  return { form, input, sending, outcomes, send };
}

/** The page comes again. What its address says of files sent before a script ran is no news any more (`vu`). */
function refresh(router: ReturnType<typeof useRouter>): void {
  const { pathname, search } = location;
  if (/\benvoi=(?!.*&vu=)/.test(search)) router.replace(`${pathname}${search}&vu=1` as Route, { scroll: false });
  else router.refresh();
}

/** Refused without leaving: a film of 300 Mo is not sent on a phone's line to be refused. */
function unsendable(
  { name, size }: File,
  room: number,
  { bytes, tooLarge, tooMany }: UploadLimits,
): FileOutcome | null {
  if (room <= 0) return { name, refusal: tooMany };
  return size > bytes ? { name, refusal: tooLarge } : null;
}
