import type { Actor } from "@/lib/kernel/actor";
import { addAmount, takeBackAmount } from "@/lib/kernel/amounts";
import { fingerprint } from "@/lib/kernel/crypto";
import { done, refuse, type Result } from "@/lib/shared/result";

const mebibyte = 1024 * 1024;
const day = 24 * 3600;

/**
 * What may be stored in a day, in bytes (docs/exploitation.md). A town hall is one address, where thirty people may file on one
 * morning; whoever is signed in is counted by their account alone. Agents are not counted.
 */
export const dailyBytes = { guest: 200 * mebibyte, address: 1024 * mebibyte, account: 500 * mebibyte } as const;

/** What a file counts for at least: a thousand tiny ones are a thousand rows, seals and blocks of the disk. */
export const leastCounted = 100 * 1024;

/** « day_full »: the person stored enough for a day; « address_full »: all those who came without account by their address. */
export type DayRefusal = "day_full" | "address_full";

/** Who sends files: `address` is the key of an address (lib/web/route/client-address.ts), never the address. */
export type Sender = { actor: Actor; address: string | undefined };

/** Counts files about to be stored, all or none. */
export async function countForToday(sender: Sender, sizes: readonly number[]): Promise<Result<null, DayRefusal>> {
  const amount = amountOf(sizes);
  const counted: string[] = [];
  for (const { reason, ...limit } of limitsOf(sender)) {
    if (await addAmount(limit, amount)) counted.push(limit.key);
    else {
      for (const key of counted) await takeBackAmount(key, amount);
      return refuse(reason);
    }
  }
  return done(null);
}

/** Gives back what was counted for files that could not be stored. */
export async function uncountForToday(sender: Sender, sizes: readonly number[]): Promise<void> {
  const amount = amountOf(sizes);
  for (const { key } of limitsOf(sender)) await takeBackAmount(key, amount);
}

function limitsOf({ actor, address = "unknown" }: Sender) {
  const limit = (kind: keyof typeof dailyBytes, subject: string, reason: DayRefusal) => ({
    key: `stored:${kind}:${fingerprint("stored", subject)}`,
    most: inKibibytes(dailyBytes[kind]),
    windowSeconds: day,
    reason,
  });
  switch (actor.kind) {
    case "citizen":
      return [limit("account", actor.accountId, "day_full")];
    case "anonymous": {
      const ofAddress = limit("address", address, "address_full");
      return actor.guest ? [limit("guest", actor.guest, "day_full"), ofAddress] : [ofAddress];
    }
    case "agent":
    case "admin":
    case "organisation_admin":
    case "system":
      return [];
  }
}

function amountOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + inKibibytes(Math.max(size, leastCounted)), 0);
}

const inKibibytes = (bytes: number) => Math.ceil(bytes / 1024);
