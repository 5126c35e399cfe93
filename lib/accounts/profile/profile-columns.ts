import { accounts } from "@/db/schema/accounts";

/** What an account says of its person: read by its owner, by the agents, and by the copy of one's data. */
export const profileColumns = {
  email: accounts.email,
  username: accounts.username,
  kind: accounts.kind,
  civility: accounts.civility,
  firstName: accounts.firstName,
  lastName: accounts.lastName,
  addressLine: accounts.addressLine,
  addressExtra: accounts.addressExtra,
  postalCode: accounts.postalCode,
  commune: accounts.commune,
  phone: accounts.phone,
  mobile: accounts.mobile,
  preferredContact: accounts.preferredContact,
};
