import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { anotherAddress, openSession, startDraft } from "../../scripts/lib/visitor.mjs";
import { hostileFiles, honestPdf } from "./hostile-files.mjs";
import { sendFile } from "./send-file.mjs";

/**
 * Twenty hostile files arrive together: how long /api/sante stays silent at the most, and how long an honest person waits for a
 * small file, in milliseconds; then what was answered to the twenty. First without them (what the machine's other work makes
 * of both), then all from one person, then one each from twenty.
 * @param {{base: string, sql: import("postgres").Sql<{}>}} place
 */
export async function filesUnderAttack({ base, sql }) {
  const files = await hostileFiles();
  const people = await Promise.all(files.map((_, order) => newDraft({ base, sql, name: `hostile.${order}` })));
  const rounds = [
    { from: "nobody", senders: [] },
    { from: "one person", senders: files.flatMap(() => people.slice(0, 1)) },
    { from: "twenty people", senders: people },
  ];
  const results = [];
  for (const { from, senders } of rounds) {
    const honest = await newDraft({ base, sql, name: `honnete.${results.length}` });
    const sent = files.flatMap((bytes, order) =>
      senders.slice(order, order + 1).map((sender) => ({ base, ...sender, bytes, name: `${order}` })),
    );
    results.push({ from, ...(await attack({ base, ...honest, bytes: honestPdf, name: "lettre.pdf" }, sent)) });
  }
  return results;
}

/**
 * @param {import("./send-file.mjs").Sending} honest
 * @param {import("./send-file.mjs").Sending[]} hostile
 */
async function attack(honest, hostile) {
  const health = watchHealth(honest.base);
  /** @type {Promise<string[][]>} */
  const answers = once(new Worker(new URL("send-file.mjs", import.meta.url), { workerData: hostile }), "message");
  // Once they are on their way.
  await sleep(1_000);
  const began = performance.now();
  const answer = await sendFile(honest);
  const honestMs = performance.now() - began;
  const [reasons = []] = await answers;
  const allMs = performance.now() - began;
  return { silenceMs: await health.longest(), honest: answer, honestMs, allMs, answers: counted(reasons) };
}

/** @param {{base: string, sql: import("postgres").Sql<{}>, name: string}} person */
async function newDraft({ base, sql, name }) {
  const email = `${name}@example.org`;
  await sql`insert into accounts (id, status, email, first_name, last_name, created_at, activated_at)
    values (${randomUUID()}, 'active', ${email}, 'Camille', 'Exemple', now(), now())`;
  const cookie = await openSession(sql, email);
  return { id: await startDraft({ base, sql, cookie }), cookie, address: anotherAddress() };
}

/** @param {string[]} answers */
function counted(answers) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

/**
 * Asks /api/sante all the time, from a thread of its own: what this one is busy with does not count.
 * @param {string} base
 */
function watchHealth(base) {
  const watcher = new Worker(
    `const { parentPort, workerData } = require("node:worker_threads");
     let longest = 0;
     let isOver = false;
     parentPort.once("message", () => (isOver = true));
     (async () => {
       while (!isOver) {
         const began = performance.now();
         await (await fetch(workerData)).text();
         longest = Math.max(longest, performance.now() - began);
         await new Promise((resolve) => setTimeout(resolve, 10));
       }
       parentPort.postMessage(longest);
     })();`,
    { eval: true, workerData: `${base}/api/sante` },
  );
  return {
    /** @returns {Promise<number>} */
    longest: () =>
      new Promise((resolve) => {
        watcher.once("message", resolve);
        watcher.postMessage("stop");
      }),
  };
}
