import type { FileOutcome } from "@/lib/shared/file-outcome";

const cut = "L’envoi a été interrompu. Vérifiez votre connexion, puis choisissez à nouveau ce fichier.";

/** Sends one file of a form: to us, or straight to the store where the page says so. Never rejects. */
export async function sendFile(
  form: HTMLFormElement,
  file: File,
  onProgress: (percent: number) => void,
): Promise<FileOutcome> {
  const direct = document.querySelector<HTMLMetaElement>('meta[name="envoi-direct"]')?.content;
  if (!direct) return postFile(form, file, onProgress);
  const { sendDirect } = await import("./send-direct");
  return (await sendDirect(form, file, direct, onProgress)) ?? { name: file.name, refusal: cut };
}

/** Tells how far it is, which fetch cannot. */
function postFile(form: HTMLFormElement, file: File, onProgress: (percent: number) => void): Promise<FileOutcome> {
  // The texts before the file: the server reads as it comes.
  const body = new FormData();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  body.append("file", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = (event) => onProgress(Math.round((100 * event.loaded) / Math.max(1, event.total)));
    request.onerror = () => resolve({ name: file.name, refusal: cut });
    request.onload = () => resolve({ ...readReply(request.responseText), name: file.name });
    request.send(body);
  });
}

/** Our answer about the one file; that of a guard (`message`); or that of somebody else on the way. */
function readReply(text: string): Omit<FileOutcome, "name"> {
  try {
    const body = JSON.parse(text) as { message?: unknown; outcomes?: readonly { id?: unknown; refusal?: unknown }[] };
    const [outcome] = body.outcomes ?? [];
    if (typeof outcome?.refusal === "string") return { refusal: outcome.refusal };
    if (outcome?.refusal === null) return { refusal: null, ...(typeof outcome.id === "string" && { id: outcome.id }) };
    if (typeof body.message === "string") return { refusal: body.message };
  } catch {
    // Not ours: a proxy answered.
  }
  return { refusal: cut };
}
