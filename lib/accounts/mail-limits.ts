import { countTry } from "@/lib/kernel/limiter";
import { recipientHash } from "@/lib/kernel/outbox";

/** domain.md: five letters an hour and twenty a day to one address, whoever asks for them. */
export async function mayMail(email: string): Promise<boolean> {
  const address = recipientHash(email);
  const [hour, day] = await Promise.all([
    countTry({ key: `mail:hour:${address}`, max: 5, windowSeconds: 3_600 }),
    countTry({ key: `mail:day:${address}`, max: 20, windowSeconds: 24 * 3_600 }),
  ]);
  return hour.isAllowed && day.isAllowed;
}
