import type { BackupRun } from "@/lib/upkeep/backups";
import type { AgentId, OrganisationId, ServiceId } from "@/lib/shared/ids";
import type { BackupFailure, BackupMode } from "@/lib/vocabulary/backups";

/** What administrators read of the backups. */
export type BackupState = {
  /** Of what was decided, for the form that changes it. */
  version: string;
  mode: BackupMode;
  hour: number;
  kept: number;
  /** Whether the operator gave a place for the daily one. */
  hasFolder: boolean;
  /** The last that is whole. */
  whole: BackupRun | null;
  /** The last that ended, when it failed. */
  failed: { at: Date; failure: BackupFailure } | null;
  /** No whole backup for two days, and nobody said that somebody else makes them. */
  isMissing: boolean;
};

export type ServiceOption = { id: ServiceId; slug: string; name: string; organisation: string };

/** A service, as the page of the services shows it. `agents`: those at work who follow it. */
export type ServiceFacts = {
  id: ServiceId;
  /** The name that the catalogue knows, and that never changes. */
  slug: string;
  organisationId: OrganisationId;
  name: string;
  address: string;
  phone: string;
  email: string;
  hours: string;
  closedAt: Date | null;
};
export type ServiceCard = ServiceFacts & {
  organisation: string;
  /** Who took over, by name; null while it is open, or where nothing was to be taken over. */
  heir: string | null;
  agents: readonly { id: AgentId; name: string }[];
  /** Of what its form shows (`card-versions`). */
  version: string;
};

type OrganisationFacts = { id: OrganisationId; name: string; role: string; website: string; closedAt: Date | null };
export type OrganisationLine = OrganisationFacts & { services: readonly (ServiceFacts & { agents: number })[] };
/** `version`: of what its form shows. */
export type OrganisationCard = OrganisationFacts & { openServices: number; version: string };

export type { PortalSetting } from "./settings/portal";
