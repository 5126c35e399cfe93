import { parseArgs } from "node:util";
import { shipped } from "@/catalogue/all";
import {
  publishAbsent,
  publishShipped,
  type AbsentOutcome,
  type PublishShippedRefusal,
} from "@/lib/demarches/commands/publish-shipped";
import type { System } from "@/lib/kernel/actor";
import { count } from "@/lib/shared/text";
import { Refusal } from "../terminal";

const actor: System = { kind: "system", job: "demarches:publish" };
const usage = "npm run demarches:publish [-- nom nom… --service=nom]";

/**
 * Publishes the démarches that ship: without a name, those that the town does not have; named, brought to what ships now. `tell`
 * says what became of each. True when all that was asked is done. An unknown name is refused before anything is written.
 */
export async function publishCommand(args: readonly string[], tell: (line: string) => void): Promise<boolean> {
  const { names, service } = read(args);
  return names.length === 0 ? publishAll(service, tell) : publishNamed(names, service, tell);
}

function read(args: readonly string[]): { names: string[]; service: string | undefined } {
  try {
    const options = { service: { type: "string" } } as const;
    const { positionals: names, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    refuseUnknown(names);
    return { names: [...new Set(names)], service: values.service };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`Cette commande s’écrit ainsi : ${usage}`);
  }
}

function refuseUnknown(names: readonly string[]): void {
  const known = shipped.demarches.map(({ slug }) => slug);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const what =
    unknown.length === 1 ? "Aucune démarche livrée ne s’appelle" : "Aucune des démarches livrées ne s’appelle";
  throw new Refusal(
    `${what} « ${unknown.join(" », « ")} ». Rien n’est publié. Voici leurs noms :\n  ${known.join("\n  ")}`,
  );
}

const absentWords: Record<AbsentOutcome["outcome"], string> = {
  created: "publiée",
  kept: "déjà là, laissée telle que la ville l’a",
  unknown_service: "non publiée, aucun service n’y répond",
};

async function publishAll(service: string | undefined, tell: (line: string) => void): Promise<boolean> {
  const outcomes = await publishAbsent(actor, shipped, service);
  for (const { slug, outcome } of outcomes) tell(`${slug} : ${absentWords[outcome]}`);
  const orphans = outcomes.filter(({ outcome }) => outcome === "unknown_service");
  tell(
    `${count(outcomes.filter(({ outcome }) => outcome === "created").length, "démarche publiée", "démarches publiées")}.`,
  );
  if (orphans.length > 0) tell(`Sans service : ${count(orphans.length, "démarche")}. ${createService}`);
  return orphans.length === 0;
}

const createService = "Nommez par --service=… un service de la ville qui y réponde.";
const namedWords = {
  created: "publiée",
  new_version: "publiée, avec le formulaire livré",
  changed: "publiée, telle qu’elle est livrée",
  unchanged: "déjà publiée, telle qu’elle est livrée",
} as const;
const refusals: Record<PublishShippedRefusal, string> = {
  unknown_demarche: "inconnue",
  unknown_service: "non publiée, aucun service n’y répond",
};

async function publishNamed(
  names: readonly string[],
  service: string | undefined,
  tell: (line: string) => void,
): Promise<boolean> {
  let isDone = true;
  for (const slug of names) {
    const result = await publishShipped(actor, shipped, { slug, service });
    tell(`${slug} : ${result.ok ? namedWords[result.value.outcome] : refusals[result.reason]}`);
    isDone &&= result.ok;
  }
  if (!isDone) tell(createService);
  return isDone;
}
