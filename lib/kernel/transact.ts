import { auditEvents } from "@/db/schema/platform";
import type { AuditDetail } from "@/lib/vocabulary/audit-details";
import type { AuditVerb } from "@/lib/vocabulary/audit-verbs";
import type { Result } from "@/lib/shared/result";
import { actorId, type Actor } from "./actor";
import { clock } from "./clock";
import { database, type Tx } from "./database";
import { Invariant } from "./errors";

/** Codes and counts, under names that the journal has words for. */
export type AuditDetails = Readonly<Partial<Record<AuditDetail, string | number | boolean>>>;

export type Work = {
  tx: Tx;
  /**
   * Writes the journal's line in this transaction; of several subjects, a line each in one statement. `details`: codes and counts, no
   * personal datum.
   */
  record: (verb: AuditVerb, subject: string | readonly string[], details?: AuditDetails) => Promise<void>;
  /** Says why this success leaves no line in the journal (a repeated submission, an autosave). */
  unrecorded: (reason: string) => void;
};

class RolledBack extends Error {
  constructor(readonly result: Result<never>) {
    super("rolled back");
  }
}

/**
 * One command, one transaction, one trace. A refusal rolls everything back; a success that recorded nothing is an error,
 * so no write is ever committed without its line in the journal.
 */
export async function transact<T, R extends string>(
  actor: Actor,
  work: (context: Work) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  try {
    return await database().transaction(async (tx) => {
      let isTraced = false;
      const record: Work["record"] = async (verb, subject, details = {}) => {
        const subjects = typeof subject === "string" ? [subject] : subject;
        if (subjects.length === 0) return;
        isTraced = true;
        const line = { at: clock.now(), actorKind: actor.kind, actorId: actorId(actor), verb, details };
        await tx.insert(auditEvents).values(subjects.map((subjectId) => ({ ...line, subjectId })));
      };
      const result = await work({ tx, record, unrecorded: () => void (isTraced = true) });
      if (!result.ok) throw new RolledBack(result);
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- record() and unrecorded() change it meanwhile
      if (!isTraced) throw new Invariant("a command committed without a line in the journal");
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result as Result<T, R>;
    throw error;
  }
}
