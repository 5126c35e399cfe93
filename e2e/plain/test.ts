import { test as base } from "@playwright/test";
import { openAgentSession, openCitizenSession } from "../fixtures";
import { Visitor } from "./visitor";

type Fixtures = {
  /** Somebody arrives: a stranger, or who has this account (a demonstration agent's, or a citizen's). */
  arrive: (email?: string) => Promise<Visitor>;
};

/** Journeys of words alone: no browser is started for them. */
export const test = base.extend<Fixtures>({
  arrive: async ({ baseURL }, use) => {
    const visitors: Visitor[] = [];
    await use(async (email) => {
      const visitor = await Visitor.arrive((baseURL ?? "").replace(/\/$/, ""), await cookieOf(email));
      visitors.push(visitor);
      return visitor;
    });
    await Promise.all(visitors.map((visitor) => visitor.leave()));
  },
});

async function cookieOf(email: string | undefined) {
  if (!email) return undefined;
  if (email.endsWith("@belleval.example")) return { name: "parvis_agent", value: await openAgentSession(email) };
  return { name: "parvis_session", value: await openCitizenSession(email) };
}
