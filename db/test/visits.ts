import { AsyncLocalStorage } from "node:async_hooks";
import { idleForm, type FormState } from "@/lib/shared/form-state";

/**
 * For tests that post the forms of the pages: one visitor, who has an address and keeps the cookies they are given. To be used by
 * `jest.mock("next/headers", () => visitHeaders)` and its kin, which the tests write themselves: jest lifts them above the imports.
 */
export type Visit = { address: string; jar: Map<string, string> };

const visits = new AsyncLocalStorage<Visit>();

/** A browser never seen before, behind this address. */
export const newVisit = (address: string): Visit => ({ address, jar: new Map() });

/** Does something in the name of this visitor. */
export const asVisit = <T>(visit: Visit, act: () => Promise<T>): Promise<T> => visits.run(visit, act);

const own: Readonly<Record<string, string>> = { host: "localhost:3000", origin: "http://localhost:3000" };

/** What stands for `next/headers`. */
export const visitHeaders = {
  headers: () =>
    Promise.resolve({
      get: (name: string) => (name === "x-parvis-socket" ? visits.getStore()?.address : own[name]) ?? null,
    }),
  cookies: () => Promise.resolve({ get: readCookie, set: keepCookie }),
};

/** Where an action leads: what `redirect` throws. */
export class Gone extends Error {}

/** What stands for `next/navigation`. */
export const visitNavigation = {
  redirect: (to: string) => {
    throw new Gone(to);
  },
  notFound: () => {
    throw new Gone("not found");
  },
  unstable_rethrow: (error: unknown) => {
    if (error instanceof Gone) throw error;
  },
};

type Action = (previous: FormState, data: FormData) => Promise<FormState>;

/** Posts a form in the name of this visitor: where it leads, or how it comes back. */
export async function postAs(
  visit: Visit,
  action: Action,
  fields: Readonly<Record<string, string>>,
): Promise<string | FormState> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  try {
    return await asVisit(visit, () => action(idleForm, data));
  } catch (error) {
    if (error instanceof Gone) return error.message;
    throw error;
  }
}

function readCookie(name: string) {
  const value = visits.getStore()?.jar.get(name);
  return value === undefined ? undefined : { value };
}

function keepCookie(name: string, value: string, options: { maxAge?: number } = {}) {
  const jar = visits.getStore()?.jar;
  if (options.maxAge === 0) jar?.delete(name);
  else jar?.set(name, value);
}
