import { redirect } from "next/navigation";
import { cache } from "react";
import type { Admin, Anonymous, Citizen, Manager, Staff } from "@/lib/kernel/actor";
import { isManager } from "@/lib/kernel/staff";
import type { GuestHash } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/portal";
import { fullName } from "@/lib/shared/text";
import { readAccountSession, readAgentSession, toAgent, toCitizen } from "./auth";
import { giveGuestKey, readGuest } from "./guest";
import { currentPath, withReturn } from "../route/return-path";

export type { Manager, Staff };
export type Visitor = Citizen | Anonymous;

/** A visitor who may open something: without account, by the key of their browser. */
export type Guest = Citizen | (Anonymous & { guest: GuestHash });

export const currentCitizen = cache(async (): Promise<Citizen | null> => {
  const session = await readAccountSession();
  return session ? toCitizen(session) : null;
});

/** An agent whose second factor was given. */
export const currentAgent = cache(async (): Promise<Staff | null> => {
  const session = await readAgentSession();
  return session?.hasSecondFactor ? toAgent(session) : null;
});

/** On the citizens' side, an account or a guest key, never both: an agent who walks there is a visitor like anyone. */
export const currentVisitor = cache(async (): Promise<Visitor> => {
  return (await currentCitizen()) ?? { kind: "anonymous", guest: await readGuest() };
});

/** Whoever asks, for what both sides share (files): citizen, else agent, else anonymous. */
export const currentActor = cache(async (): Promise<Visitor | Staff> => {
  return (await currentCitizen()) ?? (await currentAgent()) ?? (await currentVisitor());
});

/** In an action only: the citizen; else the visitor, with a guest key given if there was none. */
export async function citizenOrGuest(isOwnDevice: boolean): Promise<Guest> {
  return (await currentCitizen()) ?? { kind: "anonymous", guest: await giveGuestKey({ isOwnDevice }) };
}

/** In a page: the citizen, or the sign-in page, which comes back here. */
export async function requireCitizen(): Promise<Citizen> {
  return (await currentCitizen()) ?? redirect(withReturn("/connexion", await currentPath()));
}

export async function requireAgent(): Promise<Staff> {
  return (await currentAgent()) ?? redirect(withReturn("/admin/connexion", await currentPath()));
}

/** An agent who is not an administrator, of the portal or of an organisation, is sent to the agents' home page. */
export async function requireManager(): Promise<Manager> {
  const staff = await requireAgent();
  return isManager(staff) ? staff : redirect("/admin");
}

/** An agent who is not an administrator of the portal is sent to the agents' home page. */
export async function requireAdmin(): Promise<Admin> {
  const staff = await requireAgent();
  return staff.kind === "admin" ? staff : redirect("/admin");
}

/** Whom the header of the citizens' side greets. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const session = await readAccountSession();
  return session ? { kind: "citizen", name: fullName(session) } : { kind: "anonymous" };
});

/** Whom the header of the agents' side greets. */
export const currentAgentViewer = cache(async (): Promise<Viewer> => {
  const session = await readAgentSession();
  if (!session?.hasSecondFactor) return { kind: "anonymous" };
  return {
    kind: "agent",
    name: session.name,
    service: session.serviceNames.join(", ") || (session.organisation?.name ?? ""),
  };
});
