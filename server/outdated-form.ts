import { outdatedField } from "@/lib/shared/outdated-form";
import { openVisit } from "@/lib/web/route/visit";
import { askApart } from "./apart";
import { failurePage } from "./failure-page";
import { givenBack, isOfFramework, type PostedForm } from "./form";
import type { WholeAnswer } from "./held-response";
import { failureOf, type Turn } from "./turn";

/** Whether a page that is already out of date posts here on purpose, having learnt that its action is unknown. */
export function isFromOutdatedPage(body: Buffer): boolean {
  return body.includes(`name="${outdatedField}"`);
}

/**
 * Answers a form that names no action of this build. Nothing is done. The page it comes from is shown again with this form filled,
 * one press from being sent; where it holds no such form any more, a page gives back what was typed.
 */
export async function answerOutdated(turn: Turn, posted: PostedForm | null): Promise<WholeAnswer> {
  const { handle, request } = turn;
  const names = posted?.texts.map(([name]) => name) ?? [];
  if (!posted || !names.some((name) => isOfFramework(name) || name === outdatedField))
    return failurePage(handle, request, failureOf(turn, "unreadable"));
  const typed = givenBack(posted).filter(([name]) => !isOfFramework(name) && name !== outdatedField);
  const isWhole = !isIncomplete(posted);
  const filled = await fillAgain(turn, typed, isWhole);
  return filled ?? failurePage(handle, request, { ...failureOf(turn, "outdated"), fields: typed });
}

/** Whether something of it cannot be given back: a file, a password, or what the page that posts has left out itself. */
function isIncomplete(posted: PostedForm): boolean {
  const isSaid = posted.texts.some(([name, value]) => name === outdatedField && value === "incomplet");
  return isSaid || posted.hasFiles || givenBack(posted).length < posted.texts.length;
}

type Texts = PostedForm["texts"];

/** The page asked again, the same form found in it, and that form answered as every refused form is: filled. Null without it. */
async function fillAgain({ handle, request }: Turn, typed: Texts, isWhole: boolean): Promise<WholeAnswer | null> {
  const { formsIn, sameForm } = await import("./forms-in-page");
  const { id, close } = openVisit();
  const url = request.url ?? "/";
  try {
    const page = await askApart(handle, request, { method: "GET", url, visit: id });
    const form = isPage(page) ? sameForm(formsIn(page.body.toString("utf8")), typed) : null;
    if (!form) return null;
    const data = new FormData();
    for (const [name, value] of [...form.framework, ...typed]) data.append(name, value);
    data.append(outdatedField, isWhole ? "complet" : "incomplet");
    const sent = new Response(data);
    const type = sent.headers.get("content-type") ?? "";
    const body = Buffer.from(await sent.arrayBuffer());
    const answer = await askApart(handle, request, { method: "POST", url, visit: id, type, body });
    return isPage(answer) ? answer : null;
  } finally {
    close();
  }
}

function isPage({ status, headers }: WholeAnswer): boolean {
  return status === 200 && String(headers["content-type"]).startsWith("text/html");
}
