import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/kernel/env";
import { isSecure } from "@/lib/web/cookies";
import { flashCookie, flashHeader, inPlaceMark, isDocument } from "@/lib/web/flash-cookie";
import { contentSecurityPolicy, strictTransport } from "@/lib/web/page-headers";
import { pathHeader } from "@/lib/web/path-header";
import { refuseWrite } from "@/lib/web/write-guard";

/** Pages only: neither files, nor Next's own, nor the route handlers. It guards nothing alone: actions and handlers check again. */
export const config = {
  matcher: ["/((?!api/|_next/|.*\\.(?:ico|png|svg|webp|jpg|woff2|txt|xml|webmanifest)$).*)"],
};

export function proxy(request: NextRequest): Response {
  const refusal = refuseWrite(request);
  if (refusal) return withTransport(refusal);

  const policy = policyFor(randomBytes(16).toString("base64"));
  const headers = new Headers(request.headers);
  headers.set("x-nonce", policy.nonce);
  headers.set("content-security-policy", policy.text);
  headers.set(flashHeader, messageFor(request));
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy.text);
  forgetFlash(request, response);
  return withTransport(response);
}

function policyFor(nonce: string): { nonce: string; text: string } {
  const { NODE_ENV, drivers } = env();
  const text = contentSecurityPolicy({
    nonce,
    isSecure: isSecure(),
    isDevelopment: NODE_ENV === "development",
    usesHcaptcha: drivers.captcha === "hcaptcha",
    usesUploadThing: drivers.storage === "uploadthing",
  });
  return { nonce, text };
}

/** A script that posted a form has shown the message in place: the next page that loads is not told it again. */
function messageFor(request: NextRequest): string {
  const message = request.cookies.get(flashCookie)?.value ?? "";
  return message.endsWith(inPlaceMark) && isDocument(request.headers) ? "" : message;
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
