import type { NextAuthOptions } from "next-auth";
import NextAuth from "next-auth";
import { signOut } from "@/lib/accounts/commands/sessions";
import { findAccountSession } from "@/lib/accounts/queries";
import { hashSecret } from "@/lib/kernel/crypto";
import { env } from "@/lib/kernel/env";
import { Invariant } from "@/lib/kernel/errors";
import { logger } from "@/lib/kernel/logger";
import { toCitizen } from "./auth";
import { cookieName, cookieOptions, isSecure } from "./cookies";

const absoluteSeconds = 12 * 3600;

/**
 * next-auth over our own sessions: its token is our opaque secret, decoding is reading the table, and nobody signs in through
 * it as long as no identity provider is configured. Its session answer names nobody.
 */
function nextAuthOptions(): NextAuthOptions {
  return {
    secret: env().SESSION_SECRET,
    providers: [],
    session: { strategy: "jwt", maxAge: absoluteSeconds },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: cookieName("session"), options: cookieOptions() } },
    pages: { signIn: "/connexion", signOut: "/deconnexion", error: "/connexion" },
    jwt: { decode: ({ token }) => decodeSession(token), encode: async ({ token }) => secretOf(token) },
    callbacks: { session: ({ session }) => ({ expires: session.expires }), redirect: ({ baseUrl }) => baseUrl },
    events: { signOut: ({ token }) => endSession(token) },
    logger: {
      // A visitor whose session has ended is no error of ours.
      error: (code) => void (code === "JWT_SESSION_ERROR" || logger().error({ code }, "next-auth")),
      warn: (code) => logger().debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

/** The route handler of /api/auth. */
export async function answerNextAuth(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  return (await NextAuth(request as never, context as never, nextAuthOptions())) as Response;
}

async function decodeSession(secret: string | undefined) {
  const session = secret ? await findAccountSession(hashSecret(secret)) : null;
  return session ? { sub: session.accountId, secret } : null;
}

/** next-auth writes the token again after reading it: the same secret goes back. A new one is never made here. */
function secretOf(token: Record<string, unknown> | undefined): string {
  if (typeof token?.secret === "string") return token.secret;
  throw new Invariant("no identity provider is configured: nobody signs in through next-auth");
}

async function endSession(token: Record<string, unknown>): Promise<void> {
  const session = typeof token.secret === "string" ? await findAccountSession(hashSecret(token.secret)) : null;
  if (session) await signOut(toCitizen(session, null));
}
