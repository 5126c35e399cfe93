import type { Reader } from "@/lib/kernel/database";
import type { Answers, DemarcheDefinition } from "@/lib/demarches/form";
import { getAnswer } from "@/lib/demarches/fields/paths";
import { allSections } from "@/lib/demarches/sections";
import { visiblePaths } from "@/lib/demarches/visibility";
import { isoDay } from "@/lib/shared/dates";
import type { AccountId, ServiceId } from "@/lib/shared/ids";
import { countingFiled, delayView, type Counting } from "../rules/delays";
import { papersView } from "../rules/papers";
import { statusLabel } from "../rules/status-words";
import { fileFields } from "../files/file-fields";
import { findServiceCard } from "../moves/service-card";
import type { RecepisseDocument, RecepisseView } from "./recepisse";

/** A filing, as it is acknowledged: by e-mail, and in the PDF. */
export type FiledDemande = {
  number: string;
  demarche: { title: string };
  serviceId: ServiceId;
  accountId: AccountId | null;
  definition: DemarcheDefinition;
  answers: Answers;
  files: readonly { fieldPath: string; name: string }[];
  applicant: string | null;
  beneficiary: string | null;
  receivedAt: Date;
  /** What the delay counts from; absent: `receivedAt`. */
  counting?: Counting;
};

export async function recepisseView(reader: Reader, demande: FiledDemande): Promise<RecepisseView> {
  const { definition, number, receivedAt, beneficiary, counting = countingFiled(receivedAt) } = demande;
  const service = await findServiceCard(reader, demande.serviceId);
  const documents = documentsOf({ ...demande, isSignedIn: demande.accountId !== null });
  return {
    number,
    demarche: demande.demarche.title,
    applicant: demande.applicant ?? "",
    beneficiary,
    receivedAt,
    filedAs: statusLabel("pending", definition),
    service,
    delay: delayView(definition, counting),
    papers: papersView(papersDue(documents), service, definition, counting),
    documents,
  };
}

type Asked = Pick<FiledDemande, "definition" | "answers" | "files" | "receivedAt"> & { isSignedIn: boolean };

/** Documents that this demande asks for, given or not, each with the path of its field. */
export function documentsOf(demande: Asked): (RecepisseDocument & { path: string })[] {
  const { definition, answers, files, receivedAt, isSignedIn } = demande;
  const sections = allSections(definition, { today: isoDay(receivedAt), isSignedIn });
  const visible = visiblePaths(sections, answers);
  return [...fileFields(definition)]
    .filter(([path]) => visible.has(path))
    .map(([path, { label }]) => ({
      path,
      label,
      files: files.filter(({ fieldPath }) => fieldPath === path).map(({ name }) => name),
      isOnPaper: isOnPaper(getAnswer(answers, path)),
    }));
}

/** Labels of what is still to be brought: promised on paper, and not joined since. */
export function papersDue(documents: readonly RecepisseDocument[]): string[] {
  return documents.filter(({ files, isOnPaper }) => isOnPaper && files.length === 0).map(({ label }) => label);
}

function isOnPaper(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "onPaper" in answer && answer.onPaper === true;
}
