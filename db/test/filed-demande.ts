import { accounts } from "@/db/schema/accounts";
import { attachments, demandeRevisions, demandes } from "@/db/schema/demandes";
import { demarches, demarcheVersions, themes } from "@/db/schema/demarches";
import { agents, agentServices } from "@/db/schema/staff";
import { organisations, services } from "@/db/schema/organisation";
import type { Admin, Agent, Citizen, Staff } from "@/lib/kernel/actor";
import { newWrappedKey } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import type { DemarcheDefinition } from "@/lib/demarches/form";
import {
  newId,
  type AccountId,
  type AgentId,
  type AttachmentId,
  type DemandeId,
  type DemarcheId,
  type DemarcheVersionId,
  type OrganisationId,
  type ServiceId,
  type SessionId,
  type ThemeId,
} from "@/lib/shared/ids";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";

const at = new Date("2026-11-20T09:00:00Z");

/** A form with a field of each side: a text, a document. */
export const smallDefinition: DemarcheDefinition = {
  description: ["Démarche de démonstration."],
  audience: "Tous.",
  help: [],
  maxDays: 10,
  silence: "refuses",
  silenceMonths: 2,
  appointment: "none",
  hasExchanges: true,
  legal: { purpose: "Test", basis: "Test", retentionMonths: 12 },
  applicant: { address: "none", phone: "none", birth: "none" },
  sections: [
    {
      key: "act",
      title: "L’acte",
      fields: [
        { key: "copies", type: "number", label: "Nombre de copies" },
        { key: "identity", type: "file", label: "Pièce d’identité", document: "identity_card" },
      ],
    },
  ],
};

/** A small town: one démarche, its service with two agents, another service with one, an administrator of neither. */
export async function buildTown() {
  const organisationId = newId<OrganisationId>();
  await database()
    .insert(organisations)
    .values({ id: organisationId, slug: "ville", name: "Ville de Belleval", createdAt: at });
  const serviceId = await addService(organisationId, "etat-civil");
  const otherServiceId = await addService(organisationId, "scolarite");
  const themeId = newId<ThemeId>();
  await database()
    .insert(themes)
    .values({ id: themeId, slug: "etat-civil", name: "État civil", description: "", icon: "file", position: 1 });
  const demarcheId = newId<DemarcheId>();
  await database().insert(demarches).values({
    id: demarcheId,
    slug: "acte",
    themeId,
    serviceId,
    title: "Copie d’acte",
    summary: "",
    access: "free",
    isPublished: true,
    updatedAt: at,
  });
  const versionId = newId<DemarcheVersionId>();
  await database()
    .insert(demarcheVersions)
    .values({ id: versionId, demarcheId, number: 1, definition: smallDefinition, publishedAt: at, createdAt: at });
  const accountId = newId<AccountId>();
  await database().insert(accounts).values({
    id: accountId,
    status: "active",
    email: "camille@example.org",
    firstName: "Camille",
    lastName: "Exemple",
    createdAt: at,
  });
  const [agent, colleague, stranger, admin] = [
    await addAgent("agent", serviceId),
    await addAgent("agent", serviceId),
    await addAgent("agent", otherServiceId),
    await addAgent("admin"),
  ];
  const citizen: Citizen = { kind: "citizen", accountId, sessionId: newId<SessionId>() };
  return {
    serviceId,
    demarcheId,
    versionId,
    accountId,
    agent: agent as Agent,
    colleague: colleague as Agent,
    stranger: stranger as Agent,
    admin: admin as Admin,
    citizen,
  };
}

export type Town = Awaited<ReturnType<typeof buildTown>>;
let count = 0;

/** A demande of the town in a state, with its answers and one document. */
export async function fileDemande(
  town: Town,
  status: DemandeStatus,
  extra: Partial<typeof demandes.$inferInsert> = {},
) {
  const id = newId<DemandeId>();
  count += 1;
  const number = status === "draft" ? null : `2026-TEST-${String(count).padStart(4, "0")}`;
  await database()
    .insert(demandes)
    .values({
      id,
      number,
      demarcheId: town.demarcheId,
      versionId: town.versionId,
      serviceId: town.serviceId,
      status,
      accountId: town.accountId,
      applicantName: "Camille Exemple",
      searchName: "camille exemple",
      revision: status === "draft" ? 0 : 1,
      fileKey: newWrappedKey("demande"),
      createdAt: at,
      updatedAt: at,
      submittedAt: status === "draft" ? null : at,
      ...extra,
    });
  await addRevision(
    id,
    1,
    { applicant: { firstName: "Camille", lastName: "Exemple", email: "camille@example.org" }, act: { copies: 2 } },
    status !== "draft",
  );
  await addFile(id, "act.identity");
  return { id, number: number ?? "" };
}

export async function addRevision(
  demandeId: DemandeId,
  number: number,
  answers: Record<string, unknown>,
  isSubmitted = true,
) {
  await database()
    .insert(demandeRevisions)
    .values({ demandeId, number, answers, createdAt: at, updatedAt: at, submittedAt: isSubmitted ? at : null });
}

export async function addFile(
  demandeId: DemandeId,
  fieldPath: string,
  extra: Partial<typeof attachments.$inferInsert> = {},
) {
  const id = newId<AttachmentId>();
  await database()
    .insert(attachments)
    .values({
      id,
      demandeId,
      fieldPath,
      origin: fieldPath === "answer" ? "answer" : "device",
      addedIn: 1,
      position: 0,
      name: "fichier.pdf",
      mediaType: "application/pdf",
      size: 10,
      sha256: "0".repeat(64),
      storageKey: `demande/${id}`,
      scan: "clean",
      isFrozen: fieldPath !== "answer",
      createdAt: at,
      ...extra,
    });
  return id;
}

async function addService(organisationId: OrganisationId, slug: string): Promise<ServiceId> {
  const id = newId<ServiceId>();
  await database()
    .insert(services)
    .values({
      id,
      organisationId,
      slug,
      name: slug,
      address: "1 place du Parvis, 99000 Belleval",
      phone: "01 99 00 00 01",
      email: `${slug}@belleval.example`,
      createdAt: at,
    });
  return id;
}

async function addAgent(role: "agent" | "admin", serviceId?: ServiceId): Promise<Staff> {
  const agentId = newId<AgentId>();
  await database()
    .insert(agents)
    .values({
      id: agentId,
      email: `${agentId}@belleval.example`,
      name: "Agent de démonstration",
      role,
      passwordHash: "",
      totpSecret: "",
      createdAt: at,
    });
  if (serviceId) await database().insert(agentServices).values({ agentId, serviceId });
  return { kind: role, agentId, sessionId: newId<SessionId>(), serviceIds: serviceId ? [serviceId] : [] };
}
