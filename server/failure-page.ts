import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Failure } from "@/lib/shared/failure";
import { errorPage } from "@/lib/web/route/error-page";
import { awaySeconds, openVisit } from "@/lib/web/route/visit";
import { askApart, type Handle } from "./apart";
import type { WholeAnswer } from "./held-response";

const compress = promisify(gzip);
/** Address of the page, in app/: it shows something to a visit of the front alone. */
const address = "/erreur";

const statuses = { absent: 404, broken: 500, away: 503, unreadable: 400, outdated: 409 } as const;

/** The page of a failure, made by the application in the right frame; a plain one if this fails too. */
export async function failurePage(handle: Handle, request: IncomingMessage, failure: Failure): Promise<WholeAnswer> {
  const status = statuses[failure.kind];
  const { id, close } = openVisit(failure);
  try {
    const page = await askApart(handle, request, { method: "GET", url: address, visit: id });
    if (page.status !== 200) return await plainPage(request, failure);
    // Its own cookies are those of its address; what the answer in whose place it comes had set stays.
    const { "set-cookie": _apart, ...headers } = page.headers;
    const html = Buffer.from(withoutScripts(page.body.toString("utf8")));
    return await packed(request, { status, headers: { ...headers, ...waiting(failure) }, body: html });
  } catch {
    return await plainPage(request, failure);
  } finally {
    close();
  }
}

function waiting({ kind }: Failure): { "retry-after"?: string } {
  return kind === "away" ? { "retry-after": String(awaySeconds) } : {};
}

/**
 * The page says all in its HTML and comes alive nowhere: its scripts would take the address of this page for its own. They are
 * written by Next, which lets no « </script » into them.
 */
function withoutScripts(html: string): string {
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "").replace(/<link\b[^>]*\bas="script"[^>]*>/g, "");
}

async function packed(request: IncomingMessage, { status, headers, body }: WholeAnswer): Promise<WholeAnswer> {
  const vary = { vary: "Accept-Encoding" };
  if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? ""))
    return { status, headers: { ...headers, ...vary }, body };
  return { status, headers: { ...headers, ...vary, "content-encoding": "gzip" }, body: await compress(body) };
}

const words = {
  absent: ["Page introuvable", "Rien ne se trouve à cette adresse, ou vous n’y avez pas accès."],
  broken: ["Une erreur est survenue de notre côté", "Réessayez dans un instant."],
  away: [
    "Le portail est momentanément indisponible",
    "Réessayez dans quelques minutes. Ce que vous avez enregistré est conservé.",
  ],
  unreadable: [
    "Cet envoi n’a pas été compris",
    "Rien n’a été enregistré. Revenez à la page précédente et recommencez.",
  ],
  outdated: [
    "Le portail vient d’être mis à jour",
    "Rien n’a été enregistré. Revenez à la page précédente et rechargez-la.",
  ],
} as const;

/** Without the application. */
async function plainPage(request: IncomingMessage, failure: Failure): Promise<WholeAnswer> {
  const [title, sentence] = words[failure.kind];
  const quoted = failure.number ? [`Si vous nous contactez, indiquez le numéro ${failure.number}.`] : [];
  const link = { href: "/", label: "Aller à l’accueil du portail" };
  const page = { status: statuses[failure.kind], title, sentences: [sentence, ...quoted], link };
  const response = errorPage(page, request.headers.cookie ?? null);
  const whole = await wholeAnswer(response);
  return { ...whole, headers: { ...whole.headers, ...waiting(failure) } };
}

/** An answer of the application's own making, for Node. */
export async function wholeAnswer(response: Response): Promise<WholeAnswer> {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  };
}
