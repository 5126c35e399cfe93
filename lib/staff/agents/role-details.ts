import type { AuditDetails } from "@/lib/kernel/transact";
import type { RoleFacts } from "../types";

/** What the journal says of a role that was given: whose administrator, where it is that of one organisation. */
export function roleDetails({ role, organisationId }: RoleFacts): AuditDetails {
  return { role, ...(organisationId && { organisation: organisationId }) };
}
