import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import type { Tx } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import type { Answers, DemarcheDefinition } from "@/lib/demarches/form";
import { isoDay } from "@/lib/shared/dates";
import { nameSearchText } from "@/lib/shared/search-text";
import { applicantEmail } from "../draft/applicant";
import { contactHashOf } from "../access/contact-hash";
import { dueInstant, type Counting } from "../rules/delays";
import { makeNumber } from "../rules/number";

type Filed = {
  definition: DemarcheDefinition;
  answers: Answers;
  number: string;
  revision: number;
  applicant: string | null;
  beneficiary: string | null;
  at: Date;
  /** What the delay counts from. */
  counting: Counting;
  /** Of the first filing; null when this is the first. */
  submittedAt: Date | null;
};

/** What a submission decides of the demande's own columns. */
export function filedColumns({
  definition,
  answers,
  number,
  revision,
  applicant,
  beneficiary,
  at,
  counting,
  submittedAt,
}: Filed) {
  return {
    number,
    revision,
    applicantName: applicant,
    beneficiaryName: beneficiary,
    searchName: nameSearchText([applicant, beneficiary]),
    contactHash: contactHashOf(applicantEmail(answers)),
    submittedAt: submittedAt ?? at,
    dueAt: dueInstant(definition, counting),
    step: "recapitulatif",
  };
}

const mostDraws = 8;

/** A number that no demande has. The unique index has the last word; 2³⁵ numbers a year make a clash next to impossible. */
export async function freeNumber(tx: Tx, now: Date): Promise<string> {
  const year = Number(isoDay(now).slice(0, 4));
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const number = makeNumber(year, randomBytes(7));
    const [taken] = await tx.select({ id: demandes.id }).from(demandes).where(eq(demandes.number, number)).limit(1);
    if (!taken) return number;
  }
  throw new Invariant("no free number was drawn");
}
