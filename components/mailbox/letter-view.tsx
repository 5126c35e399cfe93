import { Inset } from "@/components/ui/inset";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { formatDateTime } from "@/lib/shared/dates";
import { linkedText } from "./linked-text";

type Props = {
  letter: {
    id: string;
    subject: string;
    sender: string;
    recipient: string;
    sentAt: Date;
    text: string;
    files: readonly { name: string }[];
  };
};

/** A letter as mail programs show it: its text, and its HTML in a frame where nothing runs. */
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
      <div className="letter-versions">
        <section aria-labelledby="html">
          <h2 id="html">Le courriel mis en forme</h2>
          <iframe
            title={`Le courriel « ${letter.subject} », mis en forme`}
            src={`/api/courrier/${letter.id}/html`}
            sandbox="allow-top-navigation-by-user-activation"
            className="letter-frame"
          />
        </section>
        <section aria-labelledby="texte">
          <h2 id="texte">Le même, en texte</h2>
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
        </section>
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
