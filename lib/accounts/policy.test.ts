import type { AccountStatus, AccountValidation, RecoveryState } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { newId, type AccountId, type AgentId, type SessionId } from "@/lib/shared/ids";
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
} satisfies Record<string, Actor>;
type Who = keyof typeof actors;
const everyone = Object.keys(actors) as Who[];

const statuses: AccountStatus[] = ["invited", "active", "suspended", "deleted"];
const validations: AccountValidation[] = ["pending", "validated", "refused"];
const every = statuses.flatMap((status) =>
  validations.flatMap((validation) =>
    [true, false].map((hasPendingChanges): policy.JudgedAccount => ({ status, validation, hasPendingChanges })),
  ),
);
const both: Who[] = ["agent", "admin"];
const isActive = ({ status }: policy.JudgedAccount) => status === "active";

/** Who may, of which accounts: everything that is not here is refused. */
const table: [
  string,
  (actor: Actor, account: policy.JudgedAccount) => boolean,
  Who[],
  (account: policy.JudgedAccount) => boolean,
][] = [
  ["read", policy.canRead, both, ({ status }) => status !== "deleted"],
  ["validate", policy.canValidate, both, (account) => isActive(account) && account.validation !== "validated"],
  ["refuse", policy.canRefuseValidation, both, (account) => isActive(account) && account.validation === "pending"],
  ["decide changes", policy.canDecideChanges, both, (account) => isActive(account) && account.hasPendingChanges],
  ["suspend", policy.canSuspend, ["admin"], isActive],
  ["reinstate", policy.canReinstate, ["admin"], ({ status }) => status === "suspended"],
  ["ask a recovery", policy.canAskRecovery, both, isActive],
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
  const states: RecoveryState[] = ["asked", "confirmed", "refused", "stopped", "undone"];
  const askers = { agent: actors.agent.agentId, admin: actors.admin.agentId, another: newId<AgentId>() };
  const cells = everyone.flatMap((actor) =>
    (Object.keys(askers) as (keyof typeof askers)[]).map((asker) => [actor, asker] as const),
  );

  it.each(cells)("is decided by %s, asked by %s, only while it waits and never by who asked", (actor, asker) => {
    const open = both.includes(actor) && actor !== asker ? ["asked"] : [];
    expect(
      states.filter((state) => policy.canDecideRecovery(actors[actor], { state, askedBy: askers[asker] })),
    ).toEqual(open);
  });
});
