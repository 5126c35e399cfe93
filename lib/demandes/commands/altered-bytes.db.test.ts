import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { startedDraft, valueOf } from "@/db/test/citizen-demande";
import { buildTown } from "@/db/test/filed-demande";
import { keptOf, plainPdf, sent } from "@/db/test/sample-files";
import { attachments } from "@/db/schema/demandes";
import { database } from "@/lib/kernel/database";
import { storage } from "@/lib/ports/storage";
import { attachFile } from "./attach-file";
import { readAttachment } from "./read-attachment";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(30_000);

it("fails rather than give bytes that were altered", async () => {
  const { citizen } = await buildTown();
  const demandeId = await startedDraft(citizen);
  const attach = async (name: string) =>
    valueOf(await attachFile(citizen, { demandeId, path: "act.identity", file: sent(plainPdf, name) })).attachmentId;
  const read = async (attachmentId: Awaited<ReturnType<typeof attach>>) => {
    const { body } = valueOf(await readAttachment(citizen, { attachmentId }));
    return Buffer.concat(await body.toArray()).toString();
  };
  const [one, two] = [await attach("piece.pdf"), await attach("autre.pdf")];
  const [row] = await database()
    .select({ key: attachments.storageKey })
    .from(attachments)
    .where(eq(attachments.id, one));
  const key = row?.key ?? "";
  const sealed = Buffer.concat(await (await storage().get(key)).toArray());
  sealed[sealed.length - 20] = (sealed.at(-20) ?? 0) ^ 1;
  await storage().delete(key);
  await storage().put(key, Readable.from([sealed]), { maxBytes: sealed.length });
  await expect(read(one)).rejects.toThrow("sealed");
  expect(await read(two)).toBe(await keptOf(plainPdf));
});
