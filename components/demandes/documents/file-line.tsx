import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import type { AttachmentView } from "@/lib/demandes/types/demande";
import { fileSize } from "@/lib/shared/text";

type Props = {
  file: Pick<AttachmentView, "id" | "name" | "size" | "scan">;
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** « Retirer » where the file is taken back rather than deleted. */
  verb?: "Supprimer" | "Retirer";
};

/** A file already there, and what removes it. */
export function FileLine({ file, action, hidden, verb = "Supprimer" }: Props) {
  return (
    <li>
      <span className="min-w-0">
        <a href={`/api/fichiers/${file.id}`}>{file.name}</a>{" "}
        <span className="text-ink-soft">({fileSize(file.size)})</span>
        <ScanNote scan={file.scan} />
      </span>
      <ActionForm action={action} label={`${verb} ${file.name}`}>
        <HiddenFields values={hidden} />
        <SubmitButton variant="plain" context={`le fichier ${file.name}`}>
          {verb}
        </SubmitButton>
      </ActionForm>
    </li>
  );
}

export function ScanNote({ scan }: Pick<AttachmentView, "scan">) {
  if (scan === "clean") return null;
  return (
    <span className="block text-[0.95em] text-ink-soft">
      {scan === "pending"
        ? "L’analyse antivirus est en cours. Vous pouvez continuer."
        : "L’antivirus a reconnu un virus dans ce fichier : il ne sera pas transmis. Remplacez-le."}
    </span>
  );
}
