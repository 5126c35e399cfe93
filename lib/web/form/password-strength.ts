import { passwordProblem } from "@/lib/proofs/password-policy";
import type { PasswordCheck } from "@/lib/shared/new-password";

/** Whether the commands would accept this password, with these personal words. */
export async function isGoodPassword({ password, words }: PasswordCheck): Promise<boolean> {
  return (await passwordProblem(password, words)) === null;
}
