import { countTry } from "@/lib/kernel/limiter";
import { recipientHash } from "@/lib/kernel/outbox";

/**
 * Who asks for letters, each with a budget of its own so that one never uses up another's: « reset », the lost password, the
 * way in that must stay (from a browser known to the account, one more); « own », what somebody signed in asks for; « anyone », the others that a stranger may ask for.
 */
type MailBudget = "reset" | "own" | "anyone";

/** domain.md: five letters an hour and twenty a day to one address, in each budget. */
export async function mayMail(email: string, budget: MailBudget, device = ""): Promise<boolean> {
  const address = device ? recipientHash(`${email} ${device}`) : recipientHash(email);
  const [hour, day] = await Promise.all([
    countTry({ key: `mail:${budget}:hour:${address}`, max: 5, windowSeconds: 3_600 }),
    countTry({ key: `mail:${budget}:day:${address}`, max: 20, windowSeconds: 24 * 3_600 }),
  ]);
  return hour.isAllowed && day.isAllowed;
}
