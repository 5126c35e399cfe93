import { StatusTag } from "@/components/ui/status-tag";
import type { AttachmentView } from "@/lib/demandes/types/demande";
import { formatDate } from "@/lib/shared/dates";
import { fileSize } from "@/lib/shared/text";
import { ScanNote } from "./documents/file-line";

type Reader = "owner" | "agent";
type Props = {
  files: readonly AttachmentView[];
  /** An agent never opens a file that the antivirus has not cleared; who gave it may. */
  reader: Reader;
};

/** Files that were given: name, size, day, and what the antivirus says of those that it has not cleared. */
export function FileList({ files, reader }: Props) {
  return (
    <ul className="file-list">
      {files.map((file) => (
        <li key={file.id}>
          <span className="min-w-0">
            <FileName file={file} reader={reader} />{" "}
            <span className="text-ink-soft">
              ({fileSize(file.size)}, ajouté le {formatDate(file.addedAt)})
            </span>
            {reader === "owner" ? <ScanNote scan={file.scan} /> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function FileName({ file, reader }: { file: AttachmentView; reader: Reader }) {
  if (reader === "owner" || file.scan === "clean")
    return (
      <a href={`/api/fichiers/${file.id}`} className="inline-flex min-h-11 items-center">
        {file.name}
      </a>
    );
  return (
    <>
      {file.name}{" "}
      <StatusTag tone="attention" label={file.scan === "pending" ? "Contrôle antivirus en cours" : "Fichier infecté"} />
    </>
  );
}
