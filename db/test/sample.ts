import type { Admin, Agent, Anonymous, Citizen, OrganisationAdmin, System } from "@/lib/kernel/actor";
import type { Limits } from "@/lib/upkeep/slices";
import type { DemandeId, GuestHash } from "@/lib/shared/ids";

/** Somebody of each kind, and what they look at, in a filled town. */
export type Sample = {
  citizen: Citizen;
  agent: Agent;
  admin: Admin;
  organisationAdmin: OrganisationAdmin;
  visitor: Anonymous & { guest: GuestHash };
  system: System;
  limits: Limits & { until: Date };
  demandeId: DemandeId;
  number: string;
  /** Secrets of letters that open an account and carry `number` to it: in time, and too late. */
  links: { live: string; late: string };
  /** Any identifier: of nothing. */
  unknown: string;
  /** Where a second page begins: the instant and identifier of a line. */
  cursor: { queue: string; own: string; journal: string };
};

export type Call = (sample: Sample) => Promise<unknown>;

/** Why nothing is read of it: it asks nothing of the database, or reads whole tables by its very purpose. */
export type Left = string;

/** By file, by function, the ways it is asked that differ by their plan. */
export type Listed = Readonly<Record<string, Readonly<Record<string, readonly Call[] | Left>>>>;

export const id = <T extends string>(text: string) => text as T;
