import { and, eq, isNull } from "drizzle-orm";
import { agents } from "@/db/schema/staff";

/** An administrator of the portal at work: never that of one organisation. */
export const isPortalAdmin = and(eq(agents.role, "admin"), isNull(agents.organisationId), eq(agents.isActive, true));
