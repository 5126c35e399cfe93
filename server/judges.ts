import { logger } from "@/lib/kernel/logger";
import { errorPage, type ErrorPage } from "@/lib/web/route/error-page";
import { isSafeMethod } from "@/lib/web/route/origin";
import { brokenPage, missingPage } from "@/lib/web/route/plain-pages";
import { newNumber, type Visit } from "@/lib/web/route/visit";
import { failurePage, wholeAnswer } from "./failure-page";
import { givenBack, hasPassword, type PostedForm } from "./form";
import type { HeldResponse, Judge, WholeAnswer } from "./held-response";
import { answerOutdated } from "./outdated-form";
import { notReceived } from "./plain-pages";
import { cookieOf, failureOf, secured, type Turn } from "./turn";

/** What was posted, read only if it must be given back; null when it is no form. */
export type ReadForm = () => Promise<PostedForm | null>;

/** Said by Next when the action that a form names is not of this build. */
const unknownAction = "x-nextjs-action-not-found";

/**
 * An answer for a person. As soon as its status says that something went wrong it is held: Next gives no words then (an empty
 * document that its scripts would fill, or « Internal Server Error »; vercel/next.js#62228). `form`: for a write.
 */
export function judgePage(turn: Turn, visit: Visit, form: ReadForm | null): Judge {
  return (answer) => {
    if (answer.statusCode < 400) return null;
    return async () => secured(turn.transport, await wordsFor(turn, visit, form, answer));
  };
}

async function wordsFor(turn: Turn, visit: Visit, form: ReadForm | null, answer: HeldResponse): Promise<WholeAnswer> {
  const { handle, request } = turn;
  const { statusCode: status } = answer;
  const page = (kind: "absent" | "unreadable") => failurePage(handle, request, failureOf(turn, kind));
  if (status === 404) return page("absent");
  if (form && answer.hasHeader(unknownAction)) return answerOutdated(turn, await form());
  if (status < 500) return page(form ? "unreadable" : "absent");
  // Nothing of ours had begun, no page either: what was sent could not be read.
  if (form && !visit.hasActed && !isPage(answer)) return page("unreadable");
  const posted = form ? await form() : null;
  return failurePage(handle, request, {
    ...failureOf(turn, visit.isDatabaseAway ? "away" : "broken"),
    number: visit.number ?? noteSilent(visit, status),
    ...(posted && { fields: givenBack(posted), hasPassword: hasPassword(posted), isSendable: true }),
  });
}

/**
 * An answer for a script: only what it could not send well is told apart from what we did badly. Next says the first as 500 or, of
 * an action's very name, as 400 in English.
 */
export function judgeScript(visit: Visit): Judge {
  return ({ statusCode }) =>
    (statusCode === 500 || statusCode === 400) && !visit.hasActed ? () => Promise.resolve(unread) : null;
}

const unread: WholeAnswer = {
  status: 400,
  headers: {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  },
  body: Buffer.from("Cet envoi n’a pas été compris : rien n’a été enregistré."),
};

/**
 * An answer of a route handler, or for a file. Ours have their words; what Next says in their place has none, or « Not Found »: a
 * method that the handler does not receive, a file that is not there, a handler that threw.
 */
export function judgeOther({ request, transport }: Turn): Judge {
  return (answer) => {
    const { statusCode: status } = answer;
    if (status < 400 || /^(text\/html|application\/json)/.test(String(answer.getHeader("content-type")))) return null;
    return async () =>
      secured(transport, await wholeAnswer(errorPage(pageOf(status, request.method ?? "GET"), cookieOf(request))));
  };
}

function pageOf(status: number, method: string): ErrorPage {
  if (status >= 500) {
    const number = newNumber();
    logger().error({ number, status, during: "front" }, "unexpected error");
    return brokenPage(number);
  }
  if (status === 404) return missingPage;
  const refused = status === 405 ? 405 : 400;
  return isSafeMethod(method) ? { ...missingPage, status: refused } : { ...notReceived, status: refused };
}

function isPage(answer: HeldResponse): boolean {
  return String(answer.getHeader("content-type")).startsWith("text/html");
}

/** What failed without a word to the log: its page has a number too. */
function noteSilent(visit: Visit, status: number): string {
  visit.number = newNumber();
  logger().error({ number: visit.number, status, during: "front" }, "unexpected error");
  return visit.number;
}
