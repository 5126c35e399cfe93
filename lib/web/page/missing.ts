import { NotFound } from "@/lib/kernel/errors";

/** In a route handler under `routeGuard`: answers the page of what does not exist. */
export function missing(): never {
  throw new NotFound();
}
