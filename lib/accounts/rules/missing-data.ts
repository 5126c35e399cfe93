import type { AccountSheet } from "../types/account";

/** A thing that a démarche asks and that the account could have filled in beforehand (F29). */
export type MissingData = "civility" | "address" | "phone" | "postalAddress";

type Known = Pick<
  AccountSheet,
  "civility" | "addressLine" | "postalCode" | "commune" | "phone" | "mobile" | "preferredContact" | "pending"
>;

/**
 * What the account does not say yet, in the order of its rubrics: only what would prefill a démarche. An address that
 * lacks a part prefills nothing. What waits for an agent was given: it is not asked again.
 */
export function missingData(account: Known): MissingData[] {
  const { civility, addressLine, postalCode, commune, phone, mobile } = { ...account, ...account.pending };
  const hasAddress = Boolean(addressLine && postalCode && commune);
  const missing: (MissingData | false)[] = [
    !civility && "civility",
    !hasAddress && (account.preferredContact === "post" ? "postalAddress" : "address"),
    !phone && !mobile && "phone",
  ];
  return missing.filter((each) => each !== false);
}
