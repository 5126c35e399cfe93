import { timestamp, uuid } from "drizzle-orm/pg-core";

/** Identifier of a row, branded by the caller: `id<AccountId>()`. */
export const id = <T extends string>() => uuid("id").primaryKey().$type<T>();

/** Instant with its zone, to the millisecond. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });
