import type { Route } from "next";
import type { z } from "zod";
import type { Actor } from "@/lib/kernel/actor";
import type { Result } from "@/lib/shared/result";
import { hideTimeTaken } from "./hide-time-taken";
import { formAction } from "./form-action";
import { letterLimit } from "./limits";

type AskedLetter<S extends z.ZodType> = {
  name: string;
  schema: S;
  /** Never refuses: a refusal would tell who has an account. */
  run: (actor: Actor, input: z.output<S>) => Promise<Result<null>>;
  page: Route;
};

/** Asks for a letter of access: the same answer, after the same time, whether or not the account exists (T3, F64). */
export function askLetterAction<S extends z.ZodType>({ name, schema, run, page }: AskedLetter<S>) {
  return formAction({
    name,
    who: "anyone",
    limit: letterLimit,
    schema,
    run: (actor, input) => hideTimeTaken(() => run(actor, input)),
    refusals: {},
    onDone: () => `${page}?envoye=oui` as Route,
  });
}
