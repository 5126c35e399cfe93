import { headers } from "next/headers";
import type { Actor } from "@/lib/kernel/actor";
import { fingerprint } from "@/lib/kernel/crypto";
import { giveBackTry } from "@/lib/proofs/tries";
import { countTry } from "@/lib/kernel/limiter";
import { peekAccountSession, peekAgentSession } from "../session/auth";
import { addressKey } from "../route/client-address";
import { readKnownDevices } from "../session/known-devices";

/** How often one person may do a thing: `max` times within `windowSeconds`. */
export type Tries = {
  max: number;
  windowSeconds: number;
  /**
   * A door where secrets are guessed. Its tries are counted by address, whoever is signed in: accounts are free, and one each would
   * be so many tries more. Only what is refused counts, so that a whole town hall comes in by one address at 8 h 30.
   */
  isDoor?: boolean;
};

/** Where a password or a code is typed by whoever is not signed in: twenty tries a minute that open nothing (docs/numbers.md). */
export const doorLimit: Tries = { max: 20, windowSeconds: 60, isDoor: true };
/** Pages that a link of a letter opens: it cannot be guessed, and a whole service may come in by its invitations on one morning. */
export const linkLimit: Tries = { max: 120, windowSeconds: 600 };
/** Letters that whoever is not signed in may ask for; what one mailbox receives has its own limits (lib/letters/outbox/mail-limits.ts). */
export const letterLimit: Tries = { max: 30, windowSeconds: 600 };

export type Counted = {
  isAllowed: boolean;
  /** Seconds. */
  retryAfter: number;
  /** What to call once the try was right: a door counts it no more. */
  giveBack: () => Promise<void>;
};

/**
 * Counts a try of an action, as that of the account or of the agent whose session it carries; of the address when there is none: a
 * town hall has one address, and what one of its agents does must not stop the others. `actor`: whoever is signed in, or null.
 */
export async function countAction(
  name: string,
  { isDoor = false, ...limit }: Tries,
  actor: Actor | null,
): Promise<Counted> {
  const address = addressKey(await headers());
  if (!isDoor) return countAs(`form:${name}:${(actor && personKey(actor)) ?? address}`, limit);
  const tried = await countAsDoor(`form:${name}:${address}`, limit);
  return tried.isAllowed ? tried : ((await countKnown(name, limit)) ?? tried);
}

/** Counts a try of a route. The session is looked at, not used: asking how long it lasts must not lengthen it. */
export async function countRequest(name: string, limit: Tries, from: Headers): Promise<Counted> {
  const session = await peekPerson();
  return countAs(`route:${name}:${session ?? addressKey(from)}`, limit);
}

/** Of an address where others fail without end, the browsers where somebody signed in before still come in, each person counted. */
async function countKnown(name: string, limit: Tries): Promise<Counted | null> {
  const [last] = await readKnownDevices();
  return last ? countAsDoor(`form:${name}:known:${fingerprint("limit", last.owner)}`, limit) : null;
}

async function countAs(key: string, { max, windowSeconds }: Tries): Promise<Counted> {
  return { ...(await countTry({ key, max, windowSeconds })), giveBack: () => Promise.resolve() };
}

async function countAsDoor(key: string, limit: Tries): Promise<Counted> {
  return { ...(await countAs(key, limit)), giveBack: () => giveBackTry(key) };
}

/** Null: counted by address. */
function personKey(actor: Actor): string | null {
  switch (actor.kind) {
    case "citizen":
      return ofPerson(actor.accountId);
    case "agent":
    case "admin":
    case "organisation_admin":
      return ofPerson(actor.agentId);
    case "anonymous":
    case "system":
      return null;
  }
}

async function peekPerson(): Promise<string | null> {
  const account = await peekAccountSession();
  if (account) return ofPerson(account.accountId);
  const agent = await peekAgentSession();
  return agent?.hasSecondFactor ? ofPerson(agent.agentId) : null;
}

const ofPerson = (id: string) => `person:${fingerprint("limit", id)}`;
