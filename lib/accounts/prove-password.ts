import { forgetTries, takeTry } from "@/lib/kernel/failure-delay";
import { isPassword } from "@/lib/kernel/password";
import { done, refuse } from "@/lib/shared/result";
import { signInKey } from "./commands/sign-in";

/** Compares a password once, counted before it is compared. Refuses `wrong_password`, `delayed` (details.seconds). */
export async function provePassword(subject: string, passwordHash: string | null, password: string) {
  const key = signInKey(subject);
  const tried = await takeTry(key);
  if (!tried.isAllowed) return refuse("delayed", { seconds: String(tried.retryAfter) });
  if (!(await isPassword(passwordHash, password))) return refuse("wrong_password");
  await forgetTries(key);
  return done(null);
}
