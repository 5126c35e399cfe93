import type { RobotChallenge } from "@/lib/shared/robot-fields";

const slice = 250;

/** Finds the number of a proof of work, a slice at a time so that the page stays lively. Null when told to stop. */
export async function solve(given: RobotChallenge, signal: AbortSignal): Promise<string | null> {
  const { algorithm, challenge, salt, signature, maxNumber } = given;
  for (let start = 0; start <= maxNumber && !signal.aborted; start += slice) {
    const numbers = Array.from({ length: Math.min(slice, maxNumber - start + 1) }, (_, at) => start + at);
    const hashes = await Promise.all(numbers.map((number) => hash(`${salt}${number}`)));
    const found = hashes.indexOf(challenge);
    if (found >= 0) return btoa(JSON.stringify({ algorithm, challenge, salt, signature, number: start + found }));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return null;
}

async function hash(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
