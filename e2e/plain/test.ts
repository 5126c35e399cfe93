import { test as base } from "@playwright/test";
import { sessionOf } from "../fixtures";
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
      const visitor = await Visitor.arrive(
        (baseURL ?? "").replace(/\/$/, ""),
        email ? await sessionOf(email) : undefined,
      );
      visitors.push(visitor);
      return visitor;
    });
    await Promise.all(visitors.map((visitor) => visitor.leave()));
  },
});
