import type { Actor } from "@/lib/kernel/actor";
import {
  newId,
  type AccountId,
  type AgentId,
  type GuestHash,
  type OrganisationId,
  type ServiceId,
  type SessionId,
} from "@/lib/shared/ids";
import { demandeStatuses, type DemandeStatus } from "@/lib/vocabulary/demande-status";
import {
  canAddAnswerFile,
  canChange,
  canClaim,
  canDelete,
  canOpenPdf,
  canRead,
  canReadMessages,
  canRelease,
  canSubmit,
  canWithdraw,
  canWriteMessage,
  type JudgedThread,
} from "./policy";

const [accountId, otherAccountId] = [newId<AccountId>(), newId<AccountId>()];
const [serviceId, otherServiceId] = [newId<ServiceId>(), newId<ServiceId>()];
const sessionId = newId<SessionId>();
const guest = "a".repeat(64) as GuestHash;
const agentIn = (kind: "agent" | "admin", id: ServiceId): Actor => ({
  kind,
  agentId: newId<AgentId>(),
  sessionId,
  serviceIds: [id],
});

/** Of the organisation that has these services; they follow none. */
const organisationAdmin = (...organisationServiceIds: ServiceId[]): Actor => ({
  kind: "organisation_admin",
  agentId: newId<AgentId>(),
  sessionId,
  serviceIds: [],
  organisationId: newId<OrganisationId>(),
  organisationServiceIds,
});

const actors = {
  owner: { kind: "citizen", accountId, sessionId },
  other: { kind: "citizen", accountId: otherAccountId, sessionId },
  visitor: { kind: "anonymous", guest: null },
  keyHolder: { kind: "anonymous", guest },
  agent: agentIn("agent", serviceId),
  otherAgent: agentIn("agent", otherServiceId),
  admin: agentIn("admin", otherServiceId),
  ownAdmin: organisationAdmin(otherServiceId, serviceId),
  otherAdmin: organisationAdmin(otherServiceId),
} satisfies Record<string, Actor>;
type Who = keyof typeof actors;

/** A demande of an account; or without one, opened by the guest key; or of an account that it joined, opened by that key. */
const judged = (status: DemandeStatus, owned: "account" | "guest" | "claimed"): JudgedThread => ({
  status,
  serviceId,
  accountId: owned === "guest" ? null : accountId,
  claimedAt: owned === "claimed" ? new Date("2026-11-20T09:00:00Z") : null,
  isOpenedByGuest: owned !== "account",
  anonymisedAt: null,
  hasExchanges: true,
});

const filed = demandeStatuses.filter((status) => status !== "draft");
const forms: DemandeStatus[] = ["draft", "pending", "incomplete"];
const pdfs: DemandeStatus[] = ["in_progress", "rectified", "complete", "rejected", "cancelled", "validated"];

/** Who may, in which states: everything that is not here is refused. */
const table: [
  string,
  (actor: Actor, demande: JudgedThread) => boolean,
  Partial<Record<Who, readonly DemandeStatus[]>>,
][] = [
  ["read", canRead, { owner: demandeStatuses, agent: filed, admin: filed, ownAdmin: filed }],
  ["change", canChange, { owner: forms }],
  ["submit", canSubmit, { owner: forms }],
  ["withdraw", canWithdraw, { owner: ["pending", "in_progress", "incomplete", "rectified"] }],
  ["delete", canDelete, { owner: ["draft"] }],
  ["open the PDF", canOpenPdf, { owner: pdfs, agent: filed, admin: filed, ownAdmin: filed }],
  ["read messages", canReadMessages, { owner: filed, agent: filed, admin: filed, ownAdmin: filed }],
  [
    "write a message",
    canWriteMessage,
    { owner: filed.filter((s) => s !== "cancelled"), agent: filed.filter((s) => s !== "cancelled") },
  ],
  ["add an answer", canAddAnswerFile, { agent: ["pending", "in_progress", "incomplete", "rectified", "complete"] }],
];

describe("a demande of an account", () => {
  const cells = table.flatMap(([name, can, who]) =>
    (Object.keys(actors) as Who[]).map((actor) => [name, actor, can, who[actor] ?? []] as const),
  );

  it.each(cells)("%s: %s", (_name, actor, can, states) => {
    expect(demandeStatuses.filter((status) => can(actors[actor], judged(status, "account")))).toEqual(
      demandeStatuses.filter((s) => states.includes(s)),
    );
  });
});

describe("a demande without account", () => {
  it.each(table)("%s: whoever holds its key is its owner", (_name, can, who) => {
    const expected = who.owner ?? [];
    expect(demandeStatuses.filter((status) => can(actors.keyHolder, judged(status, "guest")))).toEqual(
      demandeStatuses.filter((s) => expected.includes(s)),
    );
  });

  it("is claimed by a citizen who proves that it is theirs, and by nobody else", () => {
    expect(canClaim(actors.other, judged("pending", "guest"), true)).toBe(true);
    expect(canClaim(actors.other, judged("pending", "guest"), false)).toBe(false);
    for (const actor of [actors.keyHolder, actors.agent, actors.admin, actors.ownAdmin])
      expect(canClaim(actor, judged("pending", "guest"), true)).toBe(false);
    for (const owned of ["account", "claimed"] as const)
      expect(canClaim(actors.other, judged("pending", owned), true)).toBe(false);
  });

  it("is nobody's without its key", () => {
    for (const status of demandeStatuses)
      expect(canRead(actors.visitor, { ...judged(status, "guest"), isOpenedByGuest: false })).toBe(false);
  });
});

describe("a demande that joined an account after it was filed", () => {
  const claimed = judged("pending", "claimed");

  it("is its account's, as if it had been filed there", () => {
    expect([canRead, canChange, canWithdraw].map((can) => can(actors.owner, claimed))).toEqual([true, true, true]);
    expect(canRelease(actors.owner, claimed)).toBe(false);
  });

  it("is still followed by whoever filed it, who may take it back, and does nothing else", () => {
    expect([canRead, canReadMessages, canOpenPdf, canRelease].map((can) => can(actors.keyHolder, claimed))).toEqual(
      Array(4).fill(true),
    );
    const acts = [canChange, canSubmit, canWithdraw, canDelete, canWriteMessage, canAddAnswerFile];
    expect(acts.map((can) => can(actors.keyHolder, claimed))).toEqual(acts.map(() => false));
  });

  it("is nobody else's", () => {
    for (const actor of [actors.other, actors.visitor, actors.otherAdmin]) {
      expect(canRead(actor, claimed)).toBe(false);
      expect(canRelease(actor, claimed)).toBe(false);
    }
    expect(canRead(actors.keyHolder, { ...claimed, isOpenedByGuest: false })).toBe(false);
  });
});

it("keeps the thread of a démarche without exchanges closed", () => {
  const closed = { ...judged("pending", "account"), hasExchanges: false };
  for (const actor of Object.values(actors))
    expect([canReadMessages(actor, closed), canWriteMessage(actor, closed)]).toEqual([false, false]);
});
