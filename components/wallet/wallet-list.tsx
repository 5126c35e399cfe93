import { FileText } from "lucide";
import { Icon } from "@/components/ui/icon";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { StatusTag } from "@/components/ui/status-tag";
import { formatDate } from "@/lib/shared/dates";
import { count, fileSize } from "@/lib/shared/text";
import { documentTypeLabels } from "@/lib/vocabulary/documents";
import type { WalletDocumentView, WalletUse } from "@/lib/wallet/types";

type Props = { documents: readonly WalletDocumentView[]; use: WalletUse };

/** The pieces of the porte-documents, each with what changes it and what removes it (F62, F82, F111). */
export function WalletList({ documents, use }: Props) {
  const add = <LinkButton href="/espace/porte-documents/ajouter">Ajouter une pièce</LinkButton>;
  if (documents.length === 0) {
    return (
      <EmptyState title="Votre porte-documents est vide." icon={<Icon of={FileText} />}>
        <p>Gardez-y vos pièces courantes : vous les joindrez à vos demandes sans les chercher à nouveau.</p>
        <p>{add}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p className="mb-6">{add}</p>
      <ul className="grid gap-4">
        {documents.map((document) => (
          <WalletLine key={document.id} document={document} />
        ))}
      </ul>
      <p className="mt-6 text-ink-soft">
        {fileSize(use.used)} utilisés sur {fileSize(use.limit)}.
      </p>
    </>
  );
}

function WalletLine({ document }: { document: WalletDocumentView }) {
  const { id, title, type, relationName, validUntil, isExpired, files } = document;
  const here = `/espace/porte-documents/${id}`;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 rounded-lg border border-rule bg-surface p-4">
      <div className="min-w-0">
        <h2 className="text-[1.1rem]">
          <a href={here}>{title}</a> {isExpired ? <StatusTag tone="attention" label="Périmé" /> : null}
        </h2>
        <p className="text-ink-soft">
          {[
            title === documentTypeLabels[type] ? "" : documentTypeLabels[type],
            relationName ? `pour ${relationName}` : "",
            files.length === 0 ? "aucun fichier pour l’instant" : count(files.length, "fichier"),
            validUntil ? `valable jusqu’au ${formatDate(validUntil)}` : "",
          ]
            .filter((part) => part !== "")
            .join(", ")}
        </p>
      </div>
      <p className="flex gap-5">
        <a href={`${here}/modifier`} className="inline-flex min-h-11 items-center">
          Modifier<span className="sr-only"> : {title}</span>
        </a>
        <a href={`${here}/supprimer`} className="inline-flex min-h-11 items-center">
          Supprimer<span className="sr-only"> : {title}</span>
        </a>
      </p>
    </li>
  );
}
