import { readdir } from "node:fs/promises";

/** The folder where backups are kept: their names begin by their instant, those of the daily task say so, those being written too. */
const ours = /^parvis-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(-quotidienne)?(\.incomplete)?$/;
export const daily = /-quotidienne(\.incomplete)?$/;

export function folderName(at: Date, isDaily: boolean): string {
  return `parvis-${at.toISOString().slice(0, 19).replaceAll(":", "-")}${isDaily ? "-quotidienne" : ""}`;
}

export function isWhole(name: string): boolean {
  return !name.endsWith(".incomplete");
}

/** The names of our own folders, newest first. */
export async function listBackups(parent: string): Promise<string[]> {
  const entries = await readdir(parent, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && ours.test(entry.name)).map(({ name }) => name);
  return names.sort().reverse();
}
