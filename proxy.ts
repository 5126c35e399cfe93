import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/kernel/env";
import { isSecure } from "@/lib/web/session/cookies";
import { flashCookie, flashHeader } from "@/lib/shared/flash-cookie";
import { shownList } from "@/lib/web/page/last-list";
import { contentSecurityPolicy, strictTransport } from "@/lib/web/route/page-headers";
import { pathHeader } from "@/lib/web/route/path-header";
import { refuseWrite } from "@/lib/web/route/write-guard";

/**
 * Every address but the route handlers and Next's own: a page may be posted to whatever its address ends with. It guards nothing
 * alone: the front (server/), actions and handlers check too.
 */
export const config = { matcher: ["/((?!api/|_next/).*)"] };

/** Ends as a file does: read, it keeps the headers of next.config.ts, which let it run nothing. */
const file = /\.(?:ico|png|svg|webp|jpg|woff2|txt|xml|webmanifest)$/;

export function proxy(request: NextRequest): Response {
  const refusal = refuseWrite(request);
  if (refusal) return withTransport(refusal);
  if (file.test(request.nextUrl.pathname)) return withTransport(NextResponse.next());

  const policy = policyFor(randomBytes(16).toString("base64"), request.nextUrl.pathname);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", policy.nonce);
  headers.set("content-security-policy", policy.text);
  headers.set(flashHeader, request.cookies.get(flashCookie)?.value ?? "");
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy.text);
  forgetFlash(request, response);
  const list = shownList(request);
  if (list) response.headers.append("set-cookie", list);
  return withTransport(response);
}

function policyFor(nonce: string, path: string): { nonce: string; text: string } {
  const { NODE_ENV, drivers } = env();
  const text = contentSecurityPolicy({
    nonce,
    isSecure: isSecure(),
    isDevelopment: NODE_ENV === "development",
    framesLetter: drivers.mail === "mailbox" && path.startsWith("/courrier/"),
    usesHcaptcha: drivers.captcha === "hcaptcha",
    usesUploadThing: drivers.storage === "uploadthing",
  });
  return { nonce, text };
}

/**
 * A message is shown once: the page that receives it is the last to. Written as a plain header: through `response.cookies`
 * Next would already hide the cookie from the page being made.
 */
function forgetFlash(request: NextRequest, response: NextResponse): void {
  const isPageView = request.method === "GET" && request.headers.get("next-router-prefetch") === null;
  if (!isPageView || !request.cookies.has(flashCookie)) return;
  const path = request.nextUrl.pathname.replace(/[;,\s]/g, encodeURIComponent);
  response.headers.append(
    "set-cookie",
    `${flashCookie}=; Path=${path}; Max-Age=0; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`,
  );
}

function withTransport(response: Response): Response {
  if (isSecure()) response.headers.set("strict-transport-security", strictTransport);
  return response;
}
