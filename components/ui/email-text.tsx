import { Fragment } from "react";

type Props = { email: string | null; isStrong?: boolean };

/** Letters that a line of a phone holds. */
const most = 24;

/** An e-mail address in a text: a line cuts it before its « @ », or before a point where that is not enough; at no dash. */
export function EmailText({ email, isStrong = false }: Props) {
  return (
    <bdi className={isStrong ? "email-text font-bold" : "email-text"}>
      {piecesOf(email ?? "").map((piece, at) => (
        <Fragment key={at}>
          {at > 0 ? <wbr /> : null}
          <span className={piece.length <= most ? "whitespace-nowrap" : undefined}>{piece}</span>
        </Fragment>
      ))}
    </bdi>
  );
}

function piecesOf(email: string): string[] {
  return email.split(/(?=@)/).flatMap((part) => (part.length <= most ? [part] : part.split(/(?=\.)/)));
}
