import type { PgBoss } from "pg-boss";
import { z } from "zod";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { isOver } from "@/lib/upkeep/slices";
import { dbOf, withBoss } from "./boss";
import { ClaimLost, NotDone, silence, type JobLimits, type OrderedJob, type OrderQueue } from "./port";
import { runForBoss } from "./run-job";

/** Seconds before the first try that follows a failure; twice as long each time. */
const retryDelay = 30;
/** Tries that follow the first. */
const retries = 4;
/** Days that pg-boss keeps an order: no longer than what it is about. */
const keptSeconds = 7 * 86_400;

/** How pg-boss holds an order. The policy « exclusive » is that of the queue, made with it by the migration. */
function optionsOf({ minutes }: OrderQueue) {
  return {
    expireInSeconds: minutes * 60,
    heartbeatSeconds: silence,
    retryLimit: retries,
    retryDelay,
    retryBackoff: true,
    retentionSeconds: keptSeconds,
    deleteAfterSeconds: keptSeconds,
  };
}

/** `held`: waits, is run, or will be tried again. `given_up`: failed too often. `none`: done, or unknown here. */
export type Fate = "held" | "given_up" | "none";

/** Orders, in the caller's transaction. The queue holds the id of what each is about, and nothing else. */
export type Orders = {
  /** Placed once: an order about the same thing that is still held makes this one needless. */
  place: (queue: OrderQueue, id: string) => Promise<void>;
  fateOf: (queue: OrderQueue, id: string) => Promise<Fate>;
};

/** Places orders, or asks what became of them: with the rest of the caller's transaction, or not at all. */
export async function withOrders<T>(tx: Tx, work: (orders: Orders) => Promise<T>): Promise<T> {
  return withBoss(tx, (boss) =>
    work({
      place: async (queue, id) => {
        await boss.send(queue.name, { id }, { ...optionsOf(queue), singletonKey: id });
      },
      fateOf: async (queue, id) => {
        const states = (await boss.findJobs(queue.name, { key: id })).map(({ state }) => state);
        if (states.some((state) => ["created", "retry", "active"].includes(state))) return "held";
        return states.includes("failed") ? "given_up" : "none";
      },
    }),
  );
}

/** Takes orders as they come, until pg-boss is stopped. */
export async function workOrders(boss: PgBoss, job: OrderedJob, signal: AbortSignal): Promise<void> {
  const { name, minutes } = job.queue;
  await boss.work<unknown>(name, { pollingIntervalSeconds: 2 }, async ([claim]) => {
    if (!claim) return;
    const limits = { signal: AbortSignal.any([signal, claim.signal]), until: clock.inMinutes(minutes - 2) };
    await perform(boss, job, claim, limits);
  });
}

/** Runs the orders that wait, one after the other, for as long as the limits allow. Returns how many things were handled. */
export async function runOrders(boss: PgBoss, job: OrderedJob, limits: JobLimits): Promise<number> {
  const { name } = job.queue;
  let handled = 0;
  while (!isOver(limits)) {
    const [claim] = await boss.fetch<unknown>(name);
    if (!claim) break;
    try {
      handled += await perform(boss, job, claim, limits);
      await boss.complete(name, claim);
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      await boss.fail(name, claim, { code: error.name });
    }
  }
  return handled;
}

type Claim = { id: string; retryCount: number; data: unknown };
const dataSchema = z.object({ id: z.uuid() });
/** Said by pg-boss, and left out of its types. */
const settledSchema = z.object({ affected: z.int() });

async function perform(boss: PgBoss, { queue, task, run }: OrderedJob, claim: Claim, limits: JobLimits) {
  const { id } = dataSchema.parse(claim.data);
  const settle = async (tx: Tx) => {
    const { affected } = settledSchema.parse(await boss.complete(queue.name, claim, null, { db: await dbOf(tx) }));
    if (affected === 0) throw new ClaimLost();
  };
  const named = { name: task, run: (actor: System, within: JobLimits) => run(actor, within, { id, settle }) };
  const { outcome, handled } = await runForBoss(named, limits);
  if (outcome !== "done") throw new NotDone();
  return handled;
}
