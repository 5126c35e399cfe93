/** What a command returns: the value, or a refusal that the caller is expected to explain. */
export type Done<T> = { ok: true; value: T };
export type Refused<R extends string> = { ok: false; reason: R; details?: Readonly<Record<string, string>> };
export type Result<T, R extends string = string> = Done<T> | Refused<R>;

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

export function refuse<R extends string>(reason: R, details?: Readonly<Record<string, string>>): Refused<R> {
  return details ? { ok: false, reason, details } : { ok: false, reason };
}
