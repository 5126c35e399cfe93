import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { newGuest, submitted } from "@/db/test/citizen-demande";
import { buildTown } from "@/db/test/filed-demande";
import { accounts, accountRecoveries } from "@/db/schema/accounts";
import { agents, type AgentTokenPurpose } from "@/db/schema/staff";
import { auditEvents } from "@/db/schema/platform";
import { anonymous, type Admin } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { hashSecret, seal } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { confirmEmailChange } from "@/lib/accounts/commands/change-email";
import { finaliseAccount } from "@/lib/accounts/commands/finalise-account";
import { confirmIdentityLink } from "@/lib/accounts/commands/link-identity-by-mail";
import { resetPassword } from "@/lib/accounts/commands/reset-password";
import { restoreEmail } from "@/lib/accounts/commands/restore-email";
import { openSignInLink } from "@/lib/accounts/commands/open-sign-in-link";
import { stopRecovery } from "@/lib/accounts/commands/stop-recovery";
import { active, comeBack, invited, names, newEmail, otherPassword, travel } from "@/lib/accounts/testing/accounts";
import { issueToken } from "@/lib/accounts/access/tokens";
import { openFollowLink } from "@/lib/demandes/commands/open-follow-link";
import { newFollowLink } from "@/lib/demandes/access/follow-link";
import { demandeLimits } from "@/lib/demandes/rules/limits";
import { chooseAgentPassword, setSecondFactor } from "@/lib/staff/commands/activate-agent";
import { recogniseBrowser } from "@/lib/staff/commands/recognise-browser";
import { browser, linkCode, newAdmin, settleTown } from "@/lib/staff/testing";
import { issueAgentToken } from "@/lib/staff/access/tokens";
import { newId, type AccountId, type AgentId, type RecoveryId } from "@/lib/shared/ids";
import { tokenMinutes, type TokenPurpose } from "@/lib/vocabulary/tokens";
import { deleteAccount } from "./commands/delete-account";

// Argon2 and two busy cores.
jest.setTimeout(120_000);

type Answer = { ok: boolean; reason?: string };
type Kind = {
  /** Somebody new, with a link of this kind; `again` gives them another. */
  give: () => Promise<{ jeton: string; again: () => Promise<string>; subject: string }>;
  /** What pressing the button of the page does. */
  use: (jeton: string, subject: string) => Promise<Answer>;
  /** A newer link leaves this one alive: a thief must not void the way back, nor a letter the link of the one before. */
  isKept?: true;
};
type LinkName = TokenPurpose | "follow_up";

let admin: Admin;
beforeAll(async () => {
  await buildTown();
  await settleTown();
  admin = await newAdmin();
});
afterEach(comeBack);

const identityOf = (subject: string) => ({ subjectHash: hashSecret(subject), idToken: "jeton" });
const chosen = { password: otherPassword, passwordConfirmation: otherPassword };

/** A link of an active account, given as its command gives it. */
const ofAccount =
  (purpose: TokenPurpose, payloadOf: (id: AccountId) => string | undefined | Promise<string> = () => undefined) =>
  async () => {
    const { citizen } = await active();
    const payload = await payloadOf(citizen.accountId);
    const again = async () =>
      (await database().transaction((tx) => issueToken(tx, citizen.accountId, purpose, payload))).secret;
    return { jeton: await again(), again, subject: citizen.accountId };
  };

const ofAgent = (purpose: AgentTokenPurpose) => async () => {
  const id = newId<AgentId>();
  const row = { id, email: newEmail(), name: "Agent", role: "agent", totpSecret: "", createdAt: clock.now() } as const;
  const hash = purpose === "agent_invitation" ? "" : "jamais le bon";
  await database()
    .insert(agents)
    .values({ ...row, passwordHash: hash, isActive: purpose !== "agent_invitation" });
  const again = async () => (await database().transaction((tx) => issueAgentToken(tx, id, purpose))).secret;
  return { jeton: await again(), again, subject: id };
};

async function openRecovery(accountId: AccountId): Promise<string> {
  const id = newId<RecoveryId>();
  const sealed = { newEmail: seal("recovery", newEmail()), proof: seal("recovery", "Passeport vu au guichet.") };
  const asked = { state: "asked", askedBy: admin.agentId, askedAt: clock.now() } as const;
  await database()
    .insert(accountRecoveries)
    .values({ id, accountId, ...sealed, ...asked });
  return id;
}

async function giveFollowLink() {
  const { demandeId } = await submitted(newGuest());
  const again = async () => {
    const path = await database().transaction((tx) => newFollowLink(tx, demandeId));
    return path.split("jeton=").at(-1) ?? "";
  };
  return { jeton: await again(), again, subject: demandeId };
}

/** Every kind of link that an e-mail carries: a new purpose breaks the build until it has its line. */
const kinds: Record<LinkName, Kind> = {
  activation: {
    give: async () => {
      const { email, jeton } = await invited();
      const [row] = await database().select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
      return { jeton, again: async () => (await invited(email)).jeton, subject: row?.id ?? "" };
    },
    use: (jeton) => finaliseAccount(anonymous, { ...names, ...chosen, jeton }, "d"),
  },
  sign_in: { give: ofAccount("sign_in"), use: (jeton) => openSignInLink(anonymous, { jeton }, "d") },
  identity_link: {
    give: ofAccount("identity_link", (id) => identityOf(id).subjectHash),
    use: (jeton, subject) => confirmIdentityLink(anonymous, { jeton }, identityOf(subject), "d"),
  },
  password_reset: { give: ofAccount("password_reset"), use: (jeton) => resetPassword(anonymous, { ...chosen, jeton }) },
  email_change: { give: ofAccount("email_change", newEmail), use: (jeton) => confirmEmailChange(anonymous, { jeton }) },
  email_restore: {
    give: ofAccount("email_restore", newEmail),
    use: (jeton) => restoreEmail(anonymous, { jeton }),
    isKept: true,
  },
  recovery_stop: {
    give: ofAccount("recovery_stop", openRecovery),
    use: (jeton) => stopRecovery(anonymous, { jeton }),
  },
  account_deletion: {
    give: ofAccount("account_deletion", () => "[]"),
    use: (jeton) => deleteAccount(anonymous, { jeton }),
  },
  agent_invitation: {
    give: ofAgent("agent_invitation"),
    use: async (jeton) => {
      const password = await chooseAgentPassword(anonymous, { jeton, password: otherPassword });
      return password.ok ? setSecondFactor(anonymous, { jeton, code: linkCode(jeton) }, browser) : password;
    },
  },
  agent_second_factor: {
    give: ofAgent("agent_second_factor"),
    use: (jeton) => setSecondFactor(anonymous, { jeton, code: linkCode(jeton) }, browser),
  },
  agent_browser: { give: ofAgent("agent_browser"), use: (jeton) => recogniseBrowser(anonymous, { jeton }) },
  follow_up: {
    give: giveFollowLink,
    use: (jeton) => openFollowLink(newGuest(), { token: jeton }),
    isKept: true,
  },
};
const purposes = Object.keys(kinds) as LinkName[];
const minutesOf: Record<LinkName, number> = { ...tokenMinutes, follow_up: demandeLimits.followLinkDays * 24 * 60 };

/** Lines of the journal about somebody: what a refused link must not add to. */
async function linesAbout(subject: string): Promise<number> {
  return database().$count(auditEvents, eq(auditEvents.subjectId, subject));
}

describe.each(purposes)("a link « %s » (Q17)", (purpose) => {
  const { give, use, isKept } = kinds[purpose];

  it("opens once, whoever presses, and says afterwards that it has served", async () => {
    const { jeton, subject } = await give();
    const before = await linesAbout(subject);
    expect(await use(jeton, subject)).toMatchObject({ ok: true });
    const after = await linesAbout(subject);
    expect(after).toBeGreaterThan(before);
    expect(await use(jeton, subject)).toMatchObject({ ok: false, reason: expect.stringMatching(/^(used|unknown)$/) });
    expect(await linesAbout(subject)).toBe(after);
  });

  it("of two presses at the same instant, one opens", async () => {
    const { jeton, subject } = await give();
    const answers = await Promise.all([use(jeton, subject), use(jeton, subject)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is refused once its time has passed, not a minute before", async () => {
    const [early, late] = [await give(), await give()];
    travel(minutesOf[purpose] - 1);
    expect(await use(early.jeton, early.subject)).toMatchObject({ ok: true });
    comeBack();
    travel(minutesOf[purpose] + 1);
    expect(await use(late.jeton, late.subject)).toMatchObject({ ok: false, reason: "expired" });
  });

  it(isKept ? "outlives a newer one" : "is refused once a newer one was given", async () => {
    const { jeton, again, subject } = await give();
    const newer = await again();
    expect(newer).not.toBe(jeton);
    expect(await use(isKept ? jeton : newer, subject)).toMatchObject({ ok: true });
    if (isKept) return;
    const older = await give();
    await older.again();
    expect(await use(older.jeton, older.subject)).toMatchObject({ ok: false, reason: "expired" });
  });

  it("is refused cut, altered, emptied or invented", async () => {
    const { jeton, subject } = await give();
    const before = await linesAbout(subject);
    const flipped = Array.from({ length: 20 }, () => flip(jeton));
    for (const bad of [jeton.slice(0, -1), `${jeton}A`, "", "A".repeat(43), "%00", jeton.slice(1), ...flipped])
      expect(await use(bad, subject)).toMatchObject({ ok: false, reason: "unknown" });
    expect(await linesAbout(subject)).toBe(before);
    expect(await use(jeton, subject)).toMatchObject({ ok: true });
  });

  it("opens nothing of another kind, for itself or for anybody else", async () => {
    for (const other of purposes.filter((name) => name !== purpose && !isSameDoor(name, purpose))) {
      const { jeton, subject } = await kinds[other].give();
      const before = await linesAbout(subject);
      expect(await use(jeton, subject)).toMatchObject({ ok: false, reason: "unknown" });
      expect(await linesAbout(subject)).toBe(before);
    }
  });

  it("acts on the person it was given to, and on nobody else", async () => {
    const [mine, theirs] = [await give(), await give()];
    const before = await linesAbout(theirs.subject);
    expect(await use(mine.jeton, mine.subject)).toMatchObject({ ok: true });
    expect(await linesAbout(theirs.subject)).toBe(before);
  });
});

/** The two links that set an agent up lead to one page, which knows them apart: the second factor is what both set. */
function isSameDoor(...names: LinkName[]): boolean {
  return names.every((name) => name === "agent_invitation" || name === "agent_second_factor");
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** One character changed for another. */
function flip(secret: string): string {
  const at = randomInt(secret.length - 1);
  const others = [...letters].filter((letter) => letter !== secret[at]);
  return secret.slice(0, at) + (others[randomInt(others.length)] ?? "A") + secret.slice(at + 1);
}
