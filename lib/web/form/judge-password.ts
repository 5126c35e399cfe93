import { passwordProblem } from "@/lib/proofs/password-policy";
import type { FieldErrors } from "@/lib/shared/form-state";
import type { FlatForm } from "./form-data";

/**
 * For `alsoJudge`: why the password that was chosen is refused (T2), when something else of the form is. `personal`: the controls whose
 * words it may not contain; what the form does not hold (the address of a link) is judged by the command.
 */
export function judgePassword(...personal: readonly string[]) {
  return async (typed: FlatForm): Promise<FieldErrors> => {
    const textOf = (name: string) => (typeof typed[name] === "string" ? typed[name] : "");
    const password = textOf("password");
    if (password === "") return {};
    const problem = await passwordProblem(password, personal.map(textOf));
    return problem ? { password: problem } : {};
  };
}
