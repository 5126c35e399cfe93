import type { Agent, Anonymous, Citizen } from "@/lib/kernel/actor";
import { clock, setClock } from "@/lib/kernel/clock";
import { hashSecret, newSecret } from "@/lib/kernel/crypto";
import { attachFile } from "@/lib/demandes/commands/attach-file";
import { completeDemande } from "@/lib/demandes/commands/complete-demande";
import { declareIncomplete } from "@/lib/demandes/commands/declare-incomplete";
import { takeCharge } from "@/lib/demandes/commands/take-charge";
import { validateDemande } from "@/lib/demandes/commands/validate-demande";
import { withdrawDemande } from "@/lib/demandes/commands/withdraw-demande";
import { listDrafts } from "@/lib/demandes/queries/list-drafts";
import { listLatestDemandes } from "@/lib/demandes/queries/list-demandes";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { listRelations } from "@/lib/relations/queries";
import { newId, type AccountId, type GuestHash, type SessionId } from "@/lib/shared/ids";
import { asItStands, fileIt, fill, must } from "./filing";
import { samplePdf } from "./papers";
import type { SeededPeople } from "./people";
import * as typed from "./typed";
import { seedWallet } from "./wallet";

const dayInMilliseconds = 24 * 3_600_000;

/**
 * Requests in several states, filed and judged through the commands that people use, some days ago. Written once, by the
 * seed's own process, whose clock it moves.
 */
export async function seedDemandes({ citizens, agents }: SeededPeople): Promise<void> {
  const [citizen, neighbour] = [
    asCitizen(citizens.get("citoyenne@example.org")),
    asCitizen(citizens.get("voisin@example.org")),
  ];
  const [civil, school, town] = ["agent.etat-civil", "agent.scolarite", "admin"].map((name) =>
    agents.get(`${name}@belleval.example`),
  );
  if (!citizen || !neighbour || !civil || !school || !town) return;
  await seedWallet(citizen);
  if ((await listLatestDemandes(citizen)).length > 0 || (await listDrafts(citizen)).length > 0) return;

  await validatedBirthRecord(citizen, civil);
  await withdrawnReport(citizen);
  await bulkyWasteInProgress(citizen, town);
  await incompleteEnrolment(citizen, school);
  await daysAgo(3, () => fileIt(citizen, "acte-de-naissance", typed.birthRecord("Noa", "27", "6", "2023")));
  await daysAgo(2, () => fileIt(neighbour, "acte-de-naissance", typed.birthRecord("Dominique", "2", "2", "1979")));
  await daysAgo(1, () => fileIt(guest(), "acte-de-mariage", typed.marriageRecord));
  await daysAgo(1, () => fill(citizen, "composteur", typed.compostDraft));
}

async function validatedBirthRecord(citizen: Citizen, agent: Agent): Promise<void> {
  const demandeId = await daysAgo(20, () =>
    fileIt(citizen, "acte-de-naissance", typed.birthRecord("Camille", "14", "5", "1989")),
  );
  await daysAgo(18, async () => must(await takeCharge(agent, await asItStands(agent, demandeId))));
  await daysAgo(17, async () => must(await completeDemande(agent, await asItStands(agent, demandeId))));
  await daysAgo(16, async () => {
    const bytes = await samplePdf("Copie intégrale d’acte de naissance", ["Service état civil de Belleval"]);
    must(await attachFile(agent, { demandeId, path: "answer", file: { name: "acte-de-naissance.pdf", bytes } }));
    must(
      await validateDemande(agent, {
        ...(await asItStands(agent, demandeId)),
        answer: "Voici la copie que vous avez demandée.",
      }),
    );
  });
}

async function withdrawnReport(citizen: Citizen): Promise<void> {
  const demandeId = await daysAgo(15, () => fileIt(citizen, "signalement-voirie", typed.streetLight));
  await daysAgo(14, async () =>
    must(await withdrawDemande(citizen, { demandeId, reason: "Le lampadaire fonctionne de nouveau." })),
  );
}

async function bulkyWasteInProgress(citizen: Citizen, agent: Agent): Promise<void> {
  const demandeId = await daysAgo(6, () => fileIt(citizen, "encombrants", typed.bulkyWaste()));
  await daysAgo(5, async () => must(await takeCharge(agent, await asItStands(agent, demandeId))));
}

async function incompleteEnrolment(citizen: Citizen, agent: Agent): Promise<void> {
  const lou = (await listRelations(citizen)).find(({ name }) => name.startsWith("Lou "));
  if (!lou) return;
  const demandeId = await daysAgo(9, () => fileIt(citizen, "inscription-scolaire", typed.enrolment(lou.id)));
  await daysAgo(8, async () => must(await takeCharge(agent, await asItStands(agent, demandeId))));
  await daysAgo(7, async () => {
    must(
      await declareIncomplete(agent, {
        ...(await asItStands(agent, demandeId)),
        reason:
          "Il manque le dernier rappel de vaccin, et le niveau demandé ne correspond pas à l’âge de votre enfant.",
        items: [
          {
            fieldPath: "pieces.vaccinations",
            reason: "outdated",
            comment: "Joignez la page qui porte le rappel de cette année.",
          },
          {
            fieldPath: "scolarite.level",
            reason: "incorrect",
            comment: "Choisissez le niveau qui suit celui de cette année.",
          },
        ],
      }),
    );
    must(
      await sendMessage(agent, {
        demandeId,
        body: "Bonjour,\n\nVous pouvez aussi apporter le carnet de santé au guichet.\n\nLe service scolarité",
      }),
    );
  });
}

/** Runs as if it were that many days ago; the clock comes back whatever happens. */
async function daysAgo<T>(days: number, work: () => Promise<T>): Promise<T> {
  const started = clock.now().getTime();
  const restore = setClock(() => new Date(started - days * dayInMilliseconds));
  try {
    return await work();
  } finally {
    restore();
  }
}

function asCitizen(accountId: AccountId | undefined): Citizen | null {
  return accountId ? { kind: "citizen", accountId, sessionId: newId<SessionId>() } : null;
}

/** Somebody without account, on a device of their own. */
function guest(): Anonymous {
  return { kind: "anonymous", guest: hashSecret<GuestHash>(newSecret()) };
}
