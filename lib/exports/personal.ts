import { desc, eq, inArray } from "drizzle-orm";
import { accountExports } from "@/db/schema/accounts";
import { database } from "@/lib/kernel/database";
import { claim, type Personal } from "@/lib/kernel/personal-data";
import { forgetBlobs } from "@/lib/files/storing/vault";

/** The copies that a person asked for go with the account; their bytes follow by the worker. */
export const exportsPersonal = {
  tables: {
    accountExports: claim(
      accountExports,
      { with: "account", by: accountExports.accountId },
      {
        id: "erased",
        accountId: "erased",
        state: "erased",
        partsDone: "erased",
        partsTotal: "erased",
        fileKey: "erased",
        storageKey: "erased",
        size: "erased",
        createdAt: "erased",
        endedAt: "erased",
        expiresAt: "erased",
        openedTo: "erased",
      },
    ),
  },
  erase: async (tx, leavers) => {
    const ids = leavers.map(({ id }) => id);
    const gone = await tx
      .select({ storageKey: accountExports.storageKey })
      .from(accountExports)
      .where(inArray(accountExports.accountId, ids))
      .for("update");
    await forgetBlobs(
      tx,
      gone.flatMap(({ storageKey }) => storageKey ?? []),
    );
  },
  copy: async ({ accountId }) => {
    const copiesDemandees = await database()
      .select({ demande: accountExports.createdAt, fin: accountExports.endedAt })
      .from(accountExports)
      .where(eq(accountExports.accountId, accountId))
      .orderBy(desc(accountExports.createdAt));
    return { data: { copiesDemandees } };
  },
} satisfies Personal;
