import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { addCitizen, valueOf } from "@/db/test/citizen-demande";
import { readZip } from "@/db/test/read-zip";
import { plainPdf, sent } from "@/db/test/sample-files";
import { accountExports, accounts } from "@/db/schema/accounts";
import type { Citizen, System } from "@/lib/kernel/actor";
import { runDueWorks } from "@/lib/ports/jobs";
import { password } from "@/lib/accounts/testing/accounts";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { hashPassword } from "@/lib/proofs/password";
import type { ExportId } from "@/lib/shared/ids";
import { addWalletDocument } from "@/lib/wallet/commands/change-documents";
import { addWalletFile } from "@/lib/wallet/commands/change-files";
import { addWalletDocumentSchema } from "@/lib/wallet/schema";
import { askExport } from "./commands/ask-export";
import { makeExport } from "./commands/make-export";
import { readExport } from "./commands/read-export";
import { exportOrders } from "./jobs";

/** For the tests of this module: people with papers, a copy asked for, and its archive opened. */
export const system: System = { kind: "system", job: "copies-de-donnees" };
export const limits = () => ({ signal: new AbortController().signal, until: clock.inMinutes(10) });

/** What a worker that has the time does with the orders that wait. `run`: what it does of each, the copy itself when left out. */
export async function makeExports(run = makeExport, given = limits()): Promise<void> {
  await runDueWorks({ jobs: [], orders: [{ ...exportOrders, task: system.job, run }] }, given);
}

let people = 0;
export const emailOf = (name: string) => `${name}@example.org`;

export async function newCitizen(name = `copie${(people += 1)}`): Promise<Citizen & { name: string }> {
  const citizen = await addCitizen(name);
  const passwordHash = await hashPassword(password);
  await database().update(accounts).set({ passwordHash }).where(eq(accounts.id, citizen.accountId));
  return { ...citizen, name };
}

export async function addPiece(citizen: Citizen, title: string, names: readonly string[]): Promise<void> {
  const input = addWalletDocumentSchema.parse({ type: "identity_card", title });
  const { documentId } = valueOf(await addWalletDocument(citizen, input));
  for (const name of names) valueOf(await addWalletFile(citizen, { documentId, file: sent(plainPdf, name) }));
}

export async function asked(citizen: Citizen): Promise<ExportId> {
  return valueOf(await askExport(citizen, { currentPassword: password })).exportId;
}

export async function rowOf(exportId: ExportId) {
  const [row] = await database().select().from(accountExports).where(eq(accountExports.id, exportId));
  if (!row) throw new Error("no export");
  return row;
}

export async function openZip(citizen: Citizen, exportId: ExportId) {
  const { body, size, ...facts } = valueOf(await readExport(citizen, { exportId }));
  const archive = await buffer(body);
  if (archive.length !== size) throw new Error("the archive has not the size that was told");
  return { archive, files: readZip(archive), ...facts };
}
