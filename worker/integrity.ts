import { Stalled, watch } from "./backup/watch";
import { checkIntegrity, type Read } from "./integrity/check";
import { Refusal, runCommand, sparingly, tell } from "./terminal";

/** The command « integrity »: reads everything that the portal keeps and names what does not hold. */
const patience = 120;

async function run(): Promise<boolean> {
  let faults = 0;
  const progress = sparingly(3);
  try {
    const read = await watch(patience, (alive) =>
      checkIntegrity({
        onFault: ({ rule, subject }) => {
          faults += 1;
          tell(`✗ ${rule} — ${subject}`);
        },
        onRead: (soFar) => {
          alive();
          progress(() => `lu : ${words(soFar)}`);
        },
      }),
    );
    tell(faults === 0 ? `Tout est intact (${words(read)}).` : `${faults} anomalie(s) sur ${words(read)}.`);
  } catch (error) {
    if (!(error instanceof Stalled)) throw error;
    throw new Refusal(
      `Rien n’a été lu pendant ${error.seconds} secondes : la lecture est abandonnée, et ne prouve rien.`,
    );
  }
  return faults === 0;
}

function words({ demandes, mails, files }: Read): string {
  return `${demandes} demandes, ${mails} courriels, ${files} fichiers`;
}

await runCommand(run);
