import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Archive, Entry, Part } from "@/lib/kernel/personal-data";
import { holderOf } from "@/lib/accounts/personal";
import { listToCopy } from "@/lib/demandes/copy/copy-of-demandes";
import type { DemandeId } from "@/lib/shared/ids";
import { dataRubrics } from "@/lib/vocabulary/data-copy";
import { namer } from "../making/names";
import { everyPersonal } from "../registry";
import { readMe } from "./read-me";

/** The files of the archive, in their order. The texts are written now, the files are opened one by one afterwards. */
export async function planExport(owner: Citizen): Promise<Entry[]> {
  const madeAt = clock.now();
  const holder = await holderOf(owner);
  const { data, entries = [] } = await copyOf(owner, holder.email);
  const rubrics = dataRubrics.flatMap((rubric) => (rubric in data ? [[rubric, data[rubric]] as const] : []));
  const whole = { format: "parvis-donnees-1", preparation: madeAt, ...Object.fromEntries(rubrics) };
  return [
    text("LISEZ-MOI.txt", readMe(madeAt, holder, entries.length), madeAt),
    text("donnees.json", `${JSON.stringify(whole, null, 2)}\n`, madeAt),
    ...entries,
  ];
}

/** What every module keeps of the person, in the order of the modules. */
export async function copyOf(owner: Citizen, email: string | null): Promise<Part> {
  const aboutDemande = (id: DemandeId) => allAbout(owner, id);
  const archive: Archive = { name: namer(), email, demandes: await listToCopy(owner), aboutDemande };
  const parts: Part[] = [];
  // One after the other: a name that is taken in the archive is given once, whoever asks.
  for (const { copy } of everyPersonal) if (copy) parts.push(await copy(owner, archive));
  return {
    data: Object.assign({}, ...parts.map((part) => part.data)) as Part["data"],
    entries: parts.flatMap((part) => part.entries ?? []),
  };
}

async function allAbout(owner: Citizen, id: DemandeId): Promise<Readonly<Record<string, unknown>>> {
  const asked = everyPersonal.flatMap(({ copyOfDemande }) => (copyOfDemande ? [copyOfDemande(owner, id)] : []));
  const said = await Promise.all(asked);
  return Object.assign({}, ...said) as Readonly<Record<string, unknown>>;
}

function text(path: string, words: string, at: Date): Entry {
  return { path, at, open: () => Promise.resolve(words) };
}
