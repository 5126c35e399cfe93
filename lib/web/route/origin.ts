/** Where a request that writes may come from. Pure: proxy.ts, formAction and the route handlers all ask here. */
export type OriginVerdict = "same-origin" | "wrong-host" | "wrong-origin" | "no-origin";

export type HeaderReader = { get(name: string): string | null };

/**
 * A write is accepted only when the browser proves that it comes from a page of this very portal:
 * the host that answers is the configured one, and `Origin` is ours, or is absent while `Sec-Fetch-Site` says so.
 * `Origin: null`, another origin, and a forwarded host that is not ours are all refused (CWE-352).
 */
export function judgeOrigin(headers: HeaderReader, appUrl: string, trustProxy: number): OriginVerdict {
  const { host, origin } = new URL(appUrl);
  const forwarded = headers.get("x-forwarded-host");
  if (forwarded !== null && forwarded !== host) return "wrong-host";
  // Behind a proxy the Host may be an inner name; the forwarded one was judged above.
  if (headers.get("host") !== host && !(trustProxy > 0 && forwarded === host)) return "wrong-host";

  const given = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (given !== null) return given === origin && isOwnSite(site) ? "same-origin" : "wrong-origin";
  return site !== null && isOwnSite(site) ? "same-origin" : "no-origin";
}

function isOwnSite(site: string | null): boolean {
  return site === null || site === "same-origin" || site === "none";
}

/** Methods that change nothing. */
export function isSafeMethod(method: string): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS";
}
