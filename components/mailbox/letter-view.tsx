import { Inset } from "@/components/ui/inset";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { formatDateTime } from "@/lib/shared/dates";
import { linkedText } from "./linked-text";

type Props = {
  letter: {
    id: string;
    sender: string;
    recipient: string;
    sentAt: Date;
    text: string;
    files: readonly { name: string }[];
  };
};

/** A letter as a mail program that shows text only would show it. Its HTML is never run in our pages. */
export function LetterView({ letter }: Props) {
  return (
    <>
      <SummaryList
        rows={[
          { label: "De", value: letter.sender },
          { label: "À", value: letter.recipient },
          { label: "Date", value: formatDateTime(letter.sentAt) },
          { label: "Pièces jointes", value: letter.files.length > 0 ? <Files {...letter} /> : "Aucune" },
        ]}
      />
      <div className="mt-8">
        <Inset>
          <p className="break-words whitespace-pre-wrap">
            {linkedText(letter.text).map(({ text, href }, index) =>
              href ? (
                <TextLink key={index} href={href}>
                  {text}
                </TextLink>
              ) : (
                text
              ),
            )}
          </p>
        </Inset>
      </div>
    </>
  );
}

function Files({ id, files }: Props["letter"]) {
  return (
    <ul>
      {files.map(({ name }, rank) => (
        <li key={name}>
          <TextLink href={`/api/courrier/${id}/${rank}`}>{name}</TextLink>
        </li>
      ))}
    </ul>
  );
}
