import { env } from "@/lib/kernel/env";

/** Whether the portal is served over https: decides the names and the flags of every cookie. */
export function isSecure(): boolean {
  return env().APP_URL.startsWith("https://");
}

export type CookieName =
  | "session"
  | "agent"
  | "guest"
  | "devices"
  | "agent_setup"
  | "codes"
  | "identity_checks"
  | "identity_proved"
  | "identity_exit";

/** `__Host-` binds a cookie to this very host, to https and to the path « / »; browsers refuse it on http. */
export function cookieName(name: CookieName): string {
  return `${isSecure() ? "__Host-" : ""}parvis_${name}`;
}

/** Whether a `Cookie` header carries this cookie of ours with a value, whatever it opens. */
export function carriesCookie(header: string | null, name: CookieName): boolean {
  const start = `${cookieName(name)}=`;
  return (header ?? "").split(";").some((part) => part.trim().startsWith(start) && part.trim() !== start);
}

/** Flags that every cookie of ours carries. `maxAge` in seconds; without it the cookie ends with the browser. */
export function cookieOptions(maxAge?: number, path = "/") {
  return {
    httpOnly: true,
    secure: isSecure(),
    sameSite: "lax",
    path,
    maxAge,
  } as const;
}
