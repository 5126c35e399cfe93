import { logger } from "@/lib/kernel/logger";
import { newNumber, type Visit } from "@/lib/web/visit";
import { failurePage } from "./failure-page";
import { givenBack, type PostedForm } from "./form";
import type { HeldResponse, Judge, WholeAnswer } from "./held-response";
import { answerOutdated } from "./outdated-form";
import { failureOf, secured, type Turn } from "./turn";

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
    ...(posted && { fields: givenBack(posted), isSendable: true }),
  });
}

/** An answer for a script: only what it could not send well is told apart from what we did badly. */
export function judgeScript(visit: Visit): Judge {
  return (answer) => (answer.statusCode === 500 && !visit.hasActed ? () => Promise.resolve(unread) : null);
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

function isPage(answer: HeldResponse): boolean {
  return String(answer.getHeader("content-type")).startsWith("text/html");
}

/** What failed without a word to the log: its page has a number too. */
function noteSilent(visit: Visit, status: number): string {
  visit.number = newNumber();
  logger().error({ number: visit.number, status, during: "front" }, "unexpected error");
  return visit.number;
}
