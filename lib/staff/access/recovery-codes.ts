import { randomBytes } from "node:crypto";
import { and, count, eq, isNull } from "drizzle-orm";
import { agentRecoveryCodes } from "@/db/schema/staff";
import { clock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { database, type Reader, type Tx } from "@/lib/kernel/database";
import type { AgentId } from "@/lib/shared/ids";

/**
 * Codes for the day when the telephone is lost: sixteen characters of thirty-two, 80 random bits, so that a plain SHA-256 keeps
 * them safe and a new master key voids none. Without I, L, O and U, which are misread.
 */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 16;
const codeCount = 10;

/** Ten new codes, in groups of four; those before no longer open anything. They are never readable again. */
export async function renewCodes(tx: Tx, agentId: AgentId): Promise<string[]> {
  const codes = Array.from({ length: codeCount }, newCode);
  const createdAt = clock.now();
  await tx.delete(agentRecoveryCodes).where(eq(agentRecoveryCodes.agentId, agentId));
  await tx
    .insert(agentRecoveryCodes)
    .values(codes.map((code) => ({ agentId, codeHash: hashCode(agentId, code), createdAt })));
  return codes;
}

/** Uses a code up; gives how many are left, or null when it is wrong or has served. Two at once: one wins. */
export async function takeRecoveryCode(tx: Tx, agentId: AgentId, typed: string): Promise<number | null> {
  const taken = await tx
    .update(agentRecoveryCodes)
    .set({ usedAt: clock.now() })
    .where(
      and(
        eq(agentRecoveryCodes.agentId, agentId),
        eq(agentRecoveryCodes.codeHash, hashCode(agentId, typed)),
        isNull(agentRecoveryCodes.usedAt),
      ),
    )
    .returning({ agentId: agentRecoveryCodes.agentId });
  return taken.length === 1 ? countCodesLeft(agentId, tx) : null;
}

/** Ten at most. */
export async function countCodesLeft(agentId: AgentId, reader: Reader = database()): Promise<number> {
  const [row] = await reader
    .select({ left: count() })
    .from(agentRecoveryCodes)
    .where(and(eq(agentRecoveryCodes.agentId, agentId), isNull(agentRecoveryCodes.usedAt)));
  return row?.left ?? 0;
}

function newCode(): string {
  const characters = Array.from(randomBytes(codeLength), (byte) => alphabet.charAt(byte % alphabet.length));
  return characters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

function hashCode(agentId: AgentId, typed: string): string {
  return hashSecret(`${agentId}:${readCode(typed)}`);
}

/** As it may be typed: small letters, spaces, dashes, the letter O for zero, I or L for one. */
function readCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}
