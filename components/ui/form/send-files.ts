import type { UploadReply } from "./upload-reply";

const cut = "L’envoi a été interrompu. Vérifiez votre connexion, puis choisissez à nouveau le fichier.";

/** Sends the files of a form: to us, or straight to the store where the page says so. Never rejects. */
export async function sendFiles(form: HTMLFormElement, onProgress: (percent: number) => void): Promise<UploadReply> {
  const direct = document.querySelector<HTMLMetaElement>('meta[name="envoi-direct"]')?.content;
  if (!direct) return postFiles(form, onProgress);
  const { sendDirect } = await import("./send-direct");
  return (await sendDirect(form, direct, onProgress)) ?? { ok: false, message: cut };
}

/** Tells how far it is, which fetch cannot. */
function postFiles(form: HTMLFormElement, onProgress: (percent: number) => void): Promise<UploadReply> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = (event) => onProgress(Math.round((100 * event.loaded) / Math.max(1, event.total)));
    request.onerror = () => resolve({ ok: false, message: cut });
    request.onload = () => resolve(readReply(request));
    request.send(new FormData(form));
  });
}

function readReply({ status, responseText }: XMLHttpRequest): UploadReply {
  if (status >= 200 && status < 300) return { ok: true };
  try {
    const body: unknown = JSON.parse(responseText);
    if (typeof body === "object" && body !== null && "message" in body && typeof body.message === "string")
      return { ok: false, message: body.message };
  } catch {
    // Not ours: a proxy answered.
  }
  return { ok: false, message: cut };
}
