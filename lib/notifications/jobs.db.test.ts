import { randomUUID } from "node:crypto";
import { accounts } from "@/db/schema/accounts";
import { notifications } from "@/db/schema/notifications";
import { database } from "@/lib/kernel/database";
import type { AccountId, NotificationId } from "@/lib/shared/ids";
import { purgeNotifications } from "./jobs";

const worker = { kind: "system", job: "traces-anciennes" } as const;
const limits = { signal: new AbortController().signal };
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

afterAll(() => database().$client.end());

it("purgeNotifications erases those of more than a year, read or not, and no other", async () => {
  const accountId = randomUUID() as AccountId;
  await database()
    .insert(accounts)
    .values({ id: accountId, status: "active", email: `${accountId}@example.org`, createdAt: ago(800) });
  const notice = (text: string, days: number, readAt: Date | null) => ({
    id: randomUUID() as NotificationId,
    accountId,
    kind: "demande.status",
    text,
    path: "/espace",
    createdAt: ago(days),
    readAt,
  });
  await database()
    .insert(notifications)
    .values([notice("lue", 366, ago(300)), notice("jamais lue", 366, null), notice("plus jeune", 364, null)]);

  expect(await purgeNotifications(worker, limits)).toBe(2);
  expect(await database().select({ text: notifications.text }).from(notifications)).toEqual([{ text: "plus jeune" }]);
  expect(await purgeNotifications(worker, limits)).toBe(0);
});
