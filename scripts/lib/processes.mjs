import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "./errors.mjs";

/** The numbers of everything that runs; none where there is no /proc. */
export function allProcesses() {
  try {
    return readdirSync("/proc").map(Number).filter(Boolean);
  } catch {
    return [];
  }
}

/**
 * The command line of a process, or null when it is gone (or unreadable).
 * @param {number} pid
 */
export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || null;
  } catch {
    return null;
  }
}

/**
 * The environment that a process was started with, one setting an item; empty when it is gone or another user's.
 * @param {number} pid
 */
export function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  } catch {
    return [];
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return state(pid) !== "Z";
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/**
 * Members of a process group that still run. Empty where there is no /proc.
 * @param {number} group
 */
export function membersOfGroup(group) {
  return allProcesses().filter((pid) => stat(pid)?.group === group && state(pid) !== "Z");
}

/** @param {number} pid */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [processState, parent, group] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: processState, parent: Number(parent), group: Number(group) };
  } catch {
    return null;
  }
}

/** @param {number} pid */
const state = (pid) => stat(pid)?.state;

/**
 * The number of the process that started this one; null when either is gone, or where there is no /proc.
 * @param {number} pid
 */
export const parentOf = (pid) => stat(pid)?.parent || null;

/**
 * Asks a process group to stop, waits, then insists. Resolves once nobody is left.
 * @param {number} group
 * @param {{signal?: NodeJS.Signals, patience?: number}} [how] patience in milliseconds
 */
export async function stopGroup(group, { signal = "SIGTERM", patience = 10_000 } = {}) {
  const isLeft = () => isAlive(group) || membersOfGroup(group).length > 0;
  send(group, signal);
  for (const end = Date.now() + patience; Date.now() < end; await sleep(50)) if (!isLeft()) return;
  send(group, "SIGKILL");
  for (const end = Date.now() + 2_000; Date.now() < end; await sleep(20)) if (!isLeft()) return;
}

/**
 * @param {number} group
 * @param {NodeJS.Signals} signal
 */
function send(group, signal) {
  try {
    process.kill(-group, signal);
  } catch {
    // Nobody is left in that group.
  }
}
