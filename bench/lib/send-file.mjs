import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { model } from "../../scripts/lib/visitor.mjs";

/**
 * A file on its way: to where, for which draft, from whom.
 * @typedef {{base: string, id: string, cookie: string, address: Record<string, string>, bytes: Buffer<ArrayBuffer>, name: string}} Sending
 */

/**
 * Sends one file for a document of a draft. Gives « ok », or the reason of the refusal.
 * @param {Sending} sending
 * @returns {Promise<string>}
 */
export async function sendFile({ base, id, cookie, address, bytes, name }) {
  const form = new FormData();
  form.set("demandeId", id);
  form.set("path", model.filePath);
  form.set("file", new Blob([bytes]), name);
  const headers = { cookie, origin: base, accept: "application/json", ...address };
  const answer = await fetch(`${base}/api/televersements`, { method: "POST", headers, body: form });
  /** @type {{ok: boolean, reason?: string}} */
  const { ok, reason } = await answer.json();
  return ok ? "ok" : (reason ?? `${answer.status}`);
}

// As a thread: sends many together, so that who measures is not held up by them.
if (!isMainThread) {
  /** @type {Sending[]} */
  const sendings = workerData;
  parentPort?.postMessage(await Promise.all(sendings.map(sendFile)));
}
