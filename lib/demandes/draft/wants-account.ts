import { applicantSectionKey, type Answers } from "@/lib/demarches/form";
import { getAnswer } from "@/lib/demarches/fields/paths";

/** Whether a demande filed without account asked for one on the way (F33). */
export function wantsAccount(answers: Answers): boolean {
  return getAnswer(answers, `${applicantSectionKey}.wantsAccount`) === true;
}
