import { desc, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { auditEvents, outbox } from "@/db/schema/platform";
import { anonymous, type Citizen } from "@/lib/kernel/actor";
import { clock, setClock } from "@/lib/kernel/clock";
import { unseal } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/outbox";
import type { AccountId } from "@/lib/shared/ids";
import type { MailContent } from "@/lib/shared/mail-content";
import { finaliseAccount } from "./commands/finalise-account";
import { inviteAccount } from "./commands/invite-account";

/** For the tests of this module: people at each step of an account, their letters, and a clock that moves. */
export const password = "quatre moulins bleus sautent";
export const otherPassword = "cinq renards verts dansent";
export const names = { firstName: "Élodie", lastName: "D’Aubigné", terms: true as const };

let count = 0;
export const newEmail = () => `personne${(count += 1)}@example.org`;

let restore: () => void = () => undefined;

/** Moves the clock to `minutes` from now; `comeBack` after each test. */
export function travel(minutes: number): void {
  restore();
  const start = clock.now().getTime();
  restore = setClock(() => new Date(start + minutes * 60_000));
}

export function comeBack(): void {
  restore();
}

/** Newest first. */
export async function lettersTo(email: string): Promise<MailContent[]> {
  const rows = await database()
    .select()
    .from(outbox)
    .where(eq(outbox.recipientHash, recipientHash(email)))
    .orderBy(desc(outbox.id));
  return rows.map(({ content }) => (JSON.parse(unseal("outbox", content ?? "")) as { content: MailContent }).content);
}

export async function lastLink(email: string): Promise<string> {
  const [letter] = await lettersTo(email);
  return new URL(letter?.action?.path ?? "/", "http://x").searchParams.get("jeton") ?? "";
}

export async function accountOf(email: string) {
  const [row] = await database().select().from(accounts).where(eq(accounts.email, email));
  if (!row) throw new Error("no account");
  return row;
}

export async function verbsOf(id: AccountId): Promise<string[]> {
  const rows = await database()
    .select({ verb: auditEvents.verb })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, id))
    .orderBy(auditEvents.id);
  return rows.map(({ verb }) => verb);
}

export async function invited(email = newEmail()) {
  await inviteAccount(anonymous, { email, kind: "personal" });
  return { email, jeton: await lastLink(email) };
}

export async function active(email = newEmail(), chosen = password) {
  const { jeton } = await invited(email);
  const result = await finaliseAccount(
    anonymous,
    { ...names, password: chosen, passwordConfirmation: chosen, jeton },
    "Firefox sur Linux",
  );
  if (!result.ok) throw new Error(result.reason);
  const { session } = result.value;
  const citizen: Citizen = { kind: "citizen", accountId: session.accountId, sessionId: session.sessionId, guest: null };
  return { email, citizen, ...result.value };
}
