import { and, desc, eq, gt, inArray, or } from "drizzle-orm";
import { accountExports } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { refusalToAsk } from "./policy";
import type { ExportsView, ExportView } from "./types";

/** The copies of the actor's data: the one under way, those that can be downloaded, and whether one more may be asked for. */
export async function getExports(actor: Citizen): Promise<ExportsView> {
  const now = clock.now();
  const dayAgo = clock.inMinutes(-24 * 60);
  const rows = await database()
    .select({
      id: accountExports.id,
      state: accountExports.state,
      done: accountExports.partsDone,
      total: accountExports.partsTotal,
      size: accountExports.size,
      createdAt: accountExports.createdAt,
      endedAt: accountExports.endedAt,
      expiresAt: accountExports.expiresAt,
      openedTo: accountExports.openedTo,
    })
    .from(accountExports)
    .where(
      and(
        eq(accountExports.accountId, actor.accountId),
        or(gt(accountExports.expiresAt, now), inArray(accountExports.state, ["waiting", "running"])),
      ),
    )
    .orderBy(desc(accountExports.createdAt), desc(accountExports.id));
  const views = rows.map((row) => toView(row, actor));
  const isRecent = (at: Date) => at > dayAgo && at <= clock.horizon();
  const recent = rows.filter(
    ({ createdAt, state }) => isRecent(createdAt) || state === "waiting" || state === "running",
  );
  return {
    latest: views[0] ?? null,
    ready: views.filter((view) => view.state === "ready"),
    can: { ask: refusalToAsk(recent.map(({ state }) => state)) === null },
  };
}

type Row = Pick<typeof accountExports.$inferSelect, "id" | "state" | "size" | "endedAt" | "expiresAt" | "openedTo"> & {
  done: number;
  total: number;
};

function toView({ id, state, done, total, size, endedAt, expiresAt, openedTo }: Row, actor: Citizen): ExportView {
  switch (state) {
    case "waiting":
    case "failed":
      return { id, state };
    case "running":
      return { id, state, done, total };
    case "ready":
      return {
        id,
        state,
        size: size ?? 0,
        readyAt: endedAt ?? expiresAt,
        expiresAt,
        isOpen: openedTo === actor.sessionId,
      };
  }
}
