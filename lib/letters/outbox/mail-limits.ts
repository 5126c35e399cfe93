import { countTry } from "@/lib/kernel/limiter";
import { recipientHash } from "@/lib/kernel/recipient-hash";

/**
 * Who asks for letters, each with a budget of its own so that one never uses up another's: « reset », the lost password, the way
 * in that must stay (from a browser known to the account, one more); « own », what somebody signed in asks for at their own
 * address; « change », what they ask for at another; « anyone », the others that a stranger may ask for;
 * « agent », those of the agents' doors.
 */
type MailBudget = "reset" | "own" | "change" | "anyone" | "agent";

const hour = 3_600;
/** The first letters of a day come at once; then one every two hours, whatever was asked meanwhile: 20 in all, 5 in any hour. */
const atOnce = { anHour: 4, aDay: 8 } as const;
const spacing = 2 * hour;

/**
 * Five letters an hour and twenty a day to one address, in each budget. The day's are spread, so that whoever asks
 * without end in somebody's name never leaves them without a letter for the rest of it.
 */
export async function mayMail(email: string, budget: MailBudget, device = ""): Promise<boolean> {
  const address = device ? recipientHash(`${email} ${device}`) : recipientHash(email);
  const count = (name: string, max: number, windowSeconds: number) =>
    countTry({ key: `mail:${budget}:${name}:${address}`, max, windowSeconds });
  const soon = await count("hour", atOnce.anHour, hour);
  const today = soon.isAllowed ? await count("day", atOnce.aDay, 24 * hour) : soon;
  return today.isAllowed || (await count("spaced", 1, spacing)).isAllowed;
}
