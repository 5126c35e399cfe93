import { env } from "@/lib/kernel/env";
import type { Antivirus, ScanVerdict } from "./port";

export type { Antivirus, ScanVerdict } from "./port";

/** The configured scanner. Without one every file is « clean »: /admin says so, it is the town's decision. */
export function antivirus(): Antivirus {
  const socket = env().CLAMD_SOCKET;
  if (socket === undefined) return { name: "none", scan: takeAll };
  return { name: "clamd", scan: async (body) => (await import("./clamd")).scanWithClamd(socket, body) };
}

/** Reads the body to its end, as a scanner would: whoever pipes into it is never left waiting. */
async function takeAll(body: Parameters<Antivirus["scan"]>[0]): Promise<ScanVerdict> {
  if (!Buffer.isBuffer(body)) for await (const _part of body) void _part;
  return "clean";
}
