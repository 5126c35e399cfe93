import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { model } from "../../scripts/lib/visitor.mjs";

/** Sends one file for a document of a draft. Gives « ok », or the reason of the refusal. */
export async function sendFile({ base, id, cookie, address, bytes, name }) {
  const form = new FormData();
  form.set("demandeId", id);
  form.set("path", model.filePath);
  form.set("file", new Blob([bytes]), name);
  const headers = { cookie, origin: base, accept: "application/json", ...address };
  const answer = await fetch(`${base}/api/televersements`, { method: "POST", headers, body: form });
  const { ok, reason } = await answer.json();
  return ok ? "ok" : reason;
}

// As a thread: sends many together, so that who measures is not held up by them.
if (!isMainThread) parentPort.postMessage(await Promise.all(workerData.map(sendFile)));
