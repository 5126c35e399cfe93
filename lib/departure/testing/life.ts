import { eq } from "drizzle-orm";
import { addDemarche, startedDraft, valueOf } from "@/db/test/citizen-demande";
import { smallDefinition, type Town } from "@/db/test/filed-demande";
import { pdfSaying, sent } from "@/db/test/sample-files";
import { accountExports, accountRecoveries, accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { newWrappedKey, seal, unwrapKey } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { saveAddress } from "@/lib/accounts/commands/save-address";
import { saveContact } from "@/lib/accounts/commands/save-contact";
import { saveIdentity } from "@/lib/accounts/commands/save-identity";
import { attachFile } from "@/lib/demandes/commands/attach-file";
import { attachFromWallet } from "@/lib/demandes/commands/attach-from-wallet";
import { completeDemande } from "@/lib/demandes/commands/complete-demande";
import { declareIncomplete } from "@/lib/demandes/commands/declare-incomplete";
import { openRevision } from "@/lib/demandes/commands/open-revision";
import { saveField } from "@/lib/demandes/commands/save-field";
import { saveStep } from "@/lib/demandes/commands/save-step";
import { submitDemande } from "@/lib/demandes/commands/submit-demande";
import { validateDemande } from "@/lib/demandes/commands/validate-demande";
import { getDraft } from "@/lib/demandes/queries/find-draft";
import { adoptBlobs, storeSealed } from "@/lib/files/storing/vault";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { addRelation } from "@/lib/relations/commands";
import { addRelationSchema } from "@/lib/relations/schema";
import { newId, type DemandeId, type ExportId, type RecoveryId } from "@/lib/shared/ids";
import { readPhone } from "@/lib/shared/phone";
import { addWalletDocument } from "@/lib/wallet/commands/change-documents";
import { addWalletFile } from "@/lib/wallet/commands/change-files";
import { openAccount } from "./access";
import { canary, canaryEmail, canaryPhone, nameCanary } from "./canaries";

/** For the test of the canaries: a whole life, lived through the commands, in which every word can be recognised. */
const canaryPdf = (what: string) => pdfSaying(canary(what));
const canaryFile = (what: string) => sent(canaryPdf(`${what} content`), `${canary(`${what} name`)}.pdf`);

const definition = {
  ...smallDefinition,
  sections: [
    ...smallDefinition.sections,
    {
      key: "words",
      title: "Précisions",
      fields: [
        { key: "place", type: "text", label: "Lieu" },
        { key: "story", type: "long_text", label: "Circonstances", maxLength: 500 },
        { key: "contact", type: "phone", label: "Téléphone sur place" },
      ],
    },
  ],
} as const;

export type Life = { citizen: Citizen; email: string; underWay: DemandeId };

export async function liveWholeLife(town: Town): Promise<Life> {
  await addDemarche(town, "vie", {}, definition);
  const { citizen, email } = await openAccount();
  await fillAccount(town, citizen);
  const relationId = await fillRelations(citizen);
  const { documentId } = valueOf(
    await addWalletDocument(citizen, {
      type: "identity_card",
      title: canary("wallet title"),
      relationId,
      validity: "unlimited",
      validUntil: null,
    }),
  );
  valueOf(await addWalletFile(citizen, { documentId, file: canaryFile("wallet file") }));
  await writeDraft(citizen, "draft");
  const finished = await fileWords(citizen, "finished", documentId);
  await instruct(town, citizen, finished);
  const underWay = await fileWords(citizen, "under way", documentId);
  await beginChange(citizen, underWay, "under way");
  return { citizen, email, underWay };
}

async function fillAccount(town: Town, citizen: Citizen): Promise<void> {
  const names = { firstName: canary("changed first name"), lastName: canary("changed last name") };
  valueOf(await saveIdentity(citizen, { civility: "madame", ...names }));
  const place = { addressLine: `1 rue ${canary("address")}`, addressExtra: canary("address extra") };
  valueOf(await saveAddress(citizen, { ...place, postalCode: "80000", commune: "Amiens" }));
  const read = (what: string) => readPhone(canaryPhone(what)) ?? "";
  const phones = { phone: read("phone"), mobile: read("mobile") };
  valueOf(await saveContact(citizen, { ...phones, preferredContact: "phone" }));
  const mine = eq(accounts.id, citizen.accountId);
  const waiting = {
    validationReason: canary("validation reason"),
    pendingProfile: { lastName: canary("pending name") },
  };
  await database().update(accounts).set(waiting).where(mine);
  const [row] = await database().select({ username: accounts.username }).from(accounts).where(mine);
  nameCanary("username", row?.username ?? "");
  await database()
    .insert(accountRecoveries)
    .values({
      id: newId<RecoveryId>(),
      accountId: citizen.accountId,
      state: "refused",
      newEmail: seal("recovery", canaryEmail("recovery email")),
      proof: seal("recovery", canary("recovery proof")),
      askedBy: town.agent.agentId,
      askedAt: clock.now(),
    });
  await addExport(citizen);
}

async function addExport(citizen: Citizen): Promise<void> {
  const fileKey = newWrappedKey("demande");
  const bytes = Buffer.from(canary("export content"));
  const blob = await storeSealed("demande", unwrapKey("demande", fileKey), bytes, 1_000);
  await database().transaction(async (tx) => {
    await adoptBlobs(tx, [blob]);
    await tx.insert(accountExports).values({
      id: newId<ExportId>(),
      accountId: citizen.accountId,
      state: "ready",
      fileKey,
      storageKey: blob.storageKey,
      size: blob.size,
      createdAt: clock.now(),
      expiresAt: clock.inMinutes(60),
    });
  });
}

async function fillRelations(citizen: Citizen) {
  const child = addRelationSchema.parse({
    role: "child",
    firstName: canary("child first name"),
    lastName: canary("child last name"),
    birthPlace: canary("birth place"),
    addressLine: canary("child address"),
    commune: canary("child commune"),
    email: canaryEmail("child email"),
    phone: canaryPhone("child phone"),
  });
  const { relationId } = valueOf(await addRelation(citizen, child));
  const association = addRelationSchema.parse({
    role: "association",
    legalName: canary("association"),
    rna: "W802000001",
  });
  valueOf(await addRelation(citizen, association));
  return relationId;
}

/** The answers and one file of a demande, in words of its own. */
async function writeDraft(citizen: Citizen, what: string): Promise<DemandeId> {
  const demandeId = await startedDraft(citizen, "vie");
  const applicant = {
    "applicant.firstName": canary(`${what} first name`),
    "applicant.lastName": canary(`${what} last name`),
    "applicant.email": canaryEmail(`${what} email`),
  };
  const step = { demandeId, mode: "continue", part: "fields" } as const;
  const { edition } = valueOf(await saveStep(citizen, { ...step, step: "informations", edition: 0, raw: applicant }));
  valueOf(await saveStep(citizen, { ...step, step: "demande", edition, raw: wordsOf(what) }));
  valueOf(await attachFile(citizen, { demandeId, path: "act.identity", file: canaryFile(`${what} file`) }));
  return demandeId;
}

function wordsOf(what: string) {
  return {
    "act.copies": "2",
    "words.place": canary(`${what} place`),
    "words.story": canary(`${what} story`),
    "words.contact": canaryPhone(`${what} contact`),
  };
}

async function fileWords(
  citizen: Citizen,
  what: string,
  documentId: Parameters<typeof attachFromWallet>[1]["documentId"],
): Promise<DemandeId> {
  const demandeId = await writeDraft(citizen, what);
  valueOf(await attachFromWallet(citizen, { demandeId, path: "act.identity", documentId }));
  valueOf(await submitDemande(citizen, { demandeId, revision: 1, robot: "not_needed" }));
  return demandeId;
}

/** From the filing to the answer, with a correction and the exchanges in between. */
async function instruct({ agent }: Town, citizen: Citizen, demandeId: DemandeId): Promise<void> {
  valueOf(
    await declareIncomplete(agent, {
      ...(await seen(demandeId)),
      reason: canary("reason to complete"),
      items: [{ fieldPath: "words.story", reason: "incorrect", comment: canary("correction comment") }],
    }),
  );
  valueOf(await sendMessage(agent, { demandeId, body: canary("message of the agent") }));
  valueOf(await sendMessage(citizen, { demandeId, body: canary("message of the citizen") }));
  await beginChange(citizen, demandeId, "finished");
  valueOf(await submitDemande(citizen, { demandeId, revision: 2, robot: "not_needed" }));
  valueOf(await completeDemande(agent, await seen(demandeId)));
  valueOf(await attachFile(agent, { demandeId, path: "answer", file: canaryFile("answer") }));
  valueOf(await validateDemande(agent, { ...(await seen(demandeId)), answer: canary("words of the decision") }));
}

async function beginChange(citizen: Citizen, demandeId: DemandeId, what: string): Promise<void> {
  valueOf(await openRevision(citizen, { demandeId }));
  const { edition } = await getDraft(citizen, demandeId);
  const value = { "words.story": canary(`${what} changed story`) };
  valueOf(await saveField(citizen, { demandeId, edition, path: "words.story", value }));
}

/** As the agent's page showed it. */
async function seen(demandeId: DemandeId) {
  const [row] = await database()
    .select({ lockVersion: demandes.lockVersion })
    .from(demandes)
    .where(eq(demandes.id, demandeId));
  return { demandeId, lockVersion: row?.lockVersion ?? -1 };
}
