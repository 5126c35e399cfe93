import { and, desc, eq } from "drizzle-orm";
import { auditEvents, outbox } from "@/db/schema/platform";
import { clock, setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { openLetter } from "@/lib/letters/outbox/sealed-letter";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import type { MailContent } from "@/lib/shared/mail-content";

/** For tests: what a command leaves behind it, and a clock that moves. */
let restore: () => void = () => undefined;

/** Moves the clock to `minutes` from now; `comeBack` after each test. */
export function travel(minutes: number): void {
  restore();
  const then = new Date(clock.now().getTime() + minutes * 60_000);
  restore = setClock(() => then);
}

export function comeBack(): void {
  restore();
}

/** Stops the clock until `comeBack`: a delay of two seconds does not end while a busy machine is at work. */
export function stopClock(): void {
  travel(0);
}

/** Newest first; of one kind, or all. */
export async function lettersTo(email: string, kind?: string): Promise<MailContent[]> {
  const rows = await database()
    .select({ content: outbox.content })
    .from(outbox)
    .where(and(eq(outbox.recipientHash, recipientHash(email)), kind === undefined ? undefined : eq(outbox.kind, kind)))
    .orderBy(desc(outbox.id));
  return rows.map(({ content }) => openLetter(content ?? "").content);
}

/** The secret of the link in the newest letter. */
export async function lastLink(email: string, kind?: string): Promise<string> {
  const [letter] = await lettersTo(email, kind);
  return new URL(letter?.action?.path ?? "/", "http://x").searchParams.get("jeton") ?? "";
}

/** What the journal says of it, in order. */
export async function verbsOf(id: string): Promise<string[]> {
  const rows = await database()
    .select({ verb: auditEvents.verb })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, id))
    .orderBy(auditEvents.id);
  return rows.map(({ verb }) => verb);
}
