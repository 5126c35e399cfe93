import { accountRubric } from "./account-rubric";
import { demarchesRubric } from "./demarches-rubric";
import { progressRubric } from "./progress-rubric";
import type { Rubric } from "./question";
import { securityRubric } from "./security-rubric";

/** The help page, in its order; also what the site's search looks into. */
export const rubrics: readonly Rubric[] = [accountRubric, securityRubric, demarchesRubric, progressRubric];
