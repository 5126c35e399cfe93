import type { SaveReply } from "./autosaver";
import { readControls } from "./controls";
import { belongsTo } from "./paths";

/** Sends what one field holds, with the edition that the page knows; the page then knows the new one. */
export async function sendField(form: HTMLFormElement, draftId: string, path: string): Promise<SaveReply> {
  const edition = form.elements.namedItem("edition");
  if (!(edition instanceof HTMLInputElement)) return { kind: "refused" };
  const body = JSON.stringify({
    edition: Number(edition.value),
    path,
    value: readControls(form, (name) => belongsTo(name, path)),
  });
  try {
    const response = await fetch(`/api/brouillons/${draftId}`, {
      method: "PATCH",
      headers: { "content-type": "application/json", accept: "application/json" },
      body,
      keepalive: body.length < 60_000,
    });
    if (response.status === 409) return { kind: "stale" };
    if (response.status === 401 || response.status === 404) return { kind: "lost" };
    if (response.status === 429 || response.status >= 500) return { kind: "offline" };
    if (!response.ok) return { kind: "refused" };
    const saved = readSaved(await response.json());
    edition.value = String(saved.edition);
    return { kind: "saved", at: new Date(saved.savedAt) };
  } catch {
    return { kind: "offline" };
  }
}

function readSaved(body: unknown): { edition: number; savedAt: string } {
  if (typeof body !== "object" || body === null || !("edition" in body) || !("savedAt" in body))
    throw new Error("unexpected answer");
  return { edition: Number(body.edition), savedAt: String(body.savedAt) };
}
