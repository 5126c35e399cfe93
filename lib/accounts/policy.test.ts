import type { AccountStatus, AccountValidation, RecoveryKind, RecoveryState } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { newId, type AccountId, type AgentId, type OrganisationId, type SessionId } from "@/lib/shared/ids";
import * as policy from "./policy";

const sessionId = newId<SessionId>();
const staff = (kind: "agent" | "admin"): Actor & { agentId: AgentId } => ({
  kind,
  agentId: newId<AgentId>(),
  sessionId,
  serviceIds: [],
});
const actors = {
  visitor: { kind: "anonymous", guest: null },
  citizen: { kind: "citizen", accountId: newId<AccountId>(), sessionId },
  job: { kind: "system", job: "essai" },
  agent: staff("agent"),
  admin: staff("admin"),
  organisationAdmin: {
    kind: "organisation_admin",
    agentId: newId<AgentId>(),
    sessionId,
    serviceIds: [],
    organisationId: newId<OrganisationId>(),
    organisationServiceIds: [],
  },
} satisfies Record<string, Actor>;
type Who = keyof typeof actors;
const everyone = Object.keys(actors) as Who[];

const statuses: AccountStatus[] = ["invited", "active", "suspended", "frozen", "deleted"];
const validations: AccountValidation[] = ["pending", "validated", "refused"];
const every = statuses.flatMap((status) =>
  validations.flatMap((validation) =>
    [true, false].flatMap((hasPendingChanges) =>
      [null, new Date()].map((suspendedAt): policy.JudgedAccount => ({
        status,
        validation,
        hasPendingChanges,
        suspendedAt,
      })),
    ),
  ),
);
/** Whoever is at a counter: the administrator of one organisation is there what an agent is. */
const counter: Who[] = ["agent", "admin", "organisationAdmin"];
const isActive = ({ status }: policy.JudgedAccount) => status === "active";

const isOnlyFrozen = ({ status, suspendedAt }: policy.JudgedAccount) => status === "frozen" && suspendedAt === null;
const canAsk = (kind: RecoveryKind) => (actor: Actor, account: policy.JudgedAccount) =>
  policy.canAskRecovery(actor, account, kind);

/** Who may, of which accounts: everything that is not here is refused. */
const table: [
  string,
  (actor: Actor, account: policy.JudgedAccount) => boolean,
  Who[],
  (account: policy.JudgedAccount) => boolean,
][] = [
  ["read", policy.canRead, counter, ({ status }) => status !== "deleted"],
  ["validate", policy.canValidate, counter, (account) => isActive(account) && account.validation !== "validated"],
  ["refuse", policy.canRefuseValidation, counter, (account) => isActive(account) && account.validation === "pending"],
  ["decide changes", policy.canDecideChanges, counter, (account) => isActive(account) && account.hasPendingChanges],
  ["suspend", policy.canSuspend, ["admin"], isActive],
  [
    "reinstate",
    policy.canReinstate,
    ["admin"],
    ({ status, suspendedAt }) => status === "suspended" || (status === "frozen" && suspendedAt !== null),
  ],
  ["say that a mailbox is lost", canAsk("lost"), counter, isActive],
  ["say that a mailbox is held", canAsk("held"), counter, (account) => isActive(account) || isOnlyFrozen(account)],
  ["ask to reopen", canAsk("reopening"), counter, isOnlyFrozen],
];

describe("an account", () => {
  const cells = table.flatMap(([name, can, who, which]) =>
    everyone.map((actor) => [name, actor, can, who.includes(actor) ? every.filter(which) : []] as const),
  );

  it.each(cells)("%s: %s", (_name, actor, can, expected) => {
    expect(every.filter((account) => can(actors[actor], account))).toEqual(expected);
  });
});

describe("a recovery (F68)", () => {
  const states: RecoveryState[] = ["asked", "waiting", "confirmed", "refused", "stopped", "undone", "lapsed"];
  const kinds: RecoveryKind[] = ["lost", "held", "reopening"];
  const askers = { agent: actors.agent.agentId, admin: actors.admin.agentId, another: newId<AgentId>() };
  const cells = everyone.flatMap((actor) =>
    (Object.keys(askers) as (keyof typeof askers)[]).map((asker) => [actor, asker] as const),
  );

  it.each(cells)("is decided by %s, asked by %s, only while it waits and never by who asked", (actor, asker) => {
    const may = counter.includes(actor) && actor !== asker;
    for (const kind of kinds) {
      const judged = (state: RecoveryState) => ({ kind, state, askedBy: askers[asker] });
      const confirmed = states.filter((state) => policy.canDecideRecovery(actors[actor], judged(state)));
      expect(confirmed).toEqual(may ? ["asked"] : []);
      const refused = states.filter((state) => policy.canRefuseRecovery(actors[actor], judged(state)));
      expect(refused).toEqual(may ? ["asked", "waiting"] : []);
    }
  });

  it("waits for a day before it is confirmed, but where a mailbox is held: then it waits for a week after", () => {
    const askedAt = new Date("2027-03-01T09:00:00Z");
    const inMinutes = (minutes: number) => new Date(askedAt.getTime() + minutes * 60_000);
    for (const kind of ["lost", "reopening"] as const) {
      expect(policy.isConfirmable({ kind, state: "asked", askedAt }, inMinutes(24 * 60 - 1))).toBe(false);
      expect(policy.isConfirmable({ kind, state: "asked", askedAt }, inMinutes(24 * 60))).toBe(true);
    }
    expect(policy.isConfirmable({ kind: "held", state: "asked", askedAt }, askedAt)).toBe(true);
    expect(policy.isConfirmable({ kind: "held", state: "waiting", askedAt }, inMinutes(60 * 24 * 60))).toBe(false);
    expect(policy.heldDelayMinutes).toBe(7 * 24 * 60);
  });
});
