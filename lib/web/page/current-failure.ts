import { headers } from "next/headers";
import type { Failure } from "@/lib/shared/failure";
import { toLocalPath } from "../route/return-path";
import { findVisit } from "../route/visit";

/** What the front asks the page of a failure to say; null for everybody else. Its path is one of ours. */
export async function currentFailure(): Promise<Failure | null> {
  const failure = findVisit(await headers())?.failure ?? null;
  return failure && { ...failure, path: toLocalPath(failure.path) ?? "/" };
}
