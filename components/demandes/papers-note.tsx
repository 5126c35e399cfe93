import { Notice } from "@/components/ui/notice";
import type { PapersView } from "@/lib/demandes/types";

/** What the applicant promised on paper (F43), where it goes and until when; nothing when nothing is awaited. */
export function PapersNote({ papers }: { papers: PapersView | null }) {
  if (!papers) return null;
  return (
    <Notice title="À remettre sur papier">
      <ul className="list-disc ps-5">
        {papers.labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
      <p className="mt-3">{papers.sentence}</p>
    </Notice>
  );
}
