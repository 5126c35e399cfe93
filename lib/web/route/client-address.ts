import { isIP } from "node:net";
import { fingerprint } from "@/lib/kernel/crypto";
import { env } from "@/lib/kernel/env";

type HeaderReader = { get(name: string): string | null };

/** Written over by instrumentation.ts at each request with the socket's own address: what a client sends under it is lost. */
export const socketAddressHeader = "x-parvis-socket";

/**
 * The address that asks, for limits: IPv4 as it is, IPv6 by its /64 (one household or one machine owns all of it).
 * `X-Forwarded-For` is believed only as far as TRUST_PROXY proxies wrote it, counted from the right.
 */
export function addressOf(headers: HeaderReader, trustProxy: number): string {
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const given = trustProxy > 0 ? chain.at(-trustProxy) : headers.get(socketAddressHeader);
  return networkOf(given ?? "");
}

/** Key of a limit for the address behind these headers; the address itself is never stored. */
export function addressKey(headers: HeaderReader): string {
  return fingerprint("address", addressOf(headers, env().TRUST_PROXY));
}

/** « 2001:db8:0:1::/64 » for IPv6, the address for IPv4 (also when mapped), « unknown » for anything else. */
export function networkOf(text: string): string {
  const bare = text
    .replace(/^\[|\](:\d+)?$/g, "")
    .replace(/%.*$/, "")
    .toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  if (mapped && isIP(mapped) === 4) return mapped;
  const version = isIP(bare);
  if (version === 4) return bare;
  if (version !== 6) return "unknown";
  return `${expand(bare).slice(0, 4).join(":")}::/64`;
}

function expand(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: Math.max(0, missing) }, () => "0"), ...right].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}
