import { PhoneLink } from "@/components/ui/contact-link";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { DemarcheSearch, Elsewhere } from "@/lib/demarches/types";
import { enumerate } from "@/lib/shared/text";

type Props = Pick<DemarcheSearch, "corrected" | "isNear" | "elsewhere"> & { phone: string };

/** What must be known before the results of a search are believed: another word was looked for, they are only near, or it is elsewhere. */
export function SearchNotes({ corrected, isNear, elsewhere, phone }: Props) {
  return (
    <>
      {corrected.length > 0 ? (
        <p className="mb-4">
          Résultats pour {enumerate(corrected.map((word) => `«\u00a0${word}\u00a0»`))},{" "}
          {corrected.length === 1
            ? "le mot le plus proche de celui que vous avez saisi."
            : "les mots les plus proches de ceux que vous avez saisis."}
        </p>
      ) : null}
      {isNear ? (
        <Notice title="Aucune démarche ne répond à tous vos mots">
          <p>
            Celles qui suivent s’en approchent. Si aucune ne convient, appelez-nous au{" "}
            <PhoneLink phone={phone} className="whitespace-nowrap" />.
          </p>
        </Notice>
      ) : null}
      {elsewhere ? <ElsewhereNotice elsewhere={elsewhere} phone={phone} /> : null}
    </>
  );
}

function ElsewhereNotice({
  elsewhere: { title, text, link, isByPhone },
  phone,
}: {
  elsewhere: Elsewhere;
  phone: string;
}) {
  return (
    <Notice title={title}>
      <p>{text}</p>
      <p>
        <TextLink href={link.href}>{link.label}</TextLink>
      </p>
      {isByPhone ? (
        <p>
          Une question ? Appelez-nous au <PhoneLink phone={phone} className="whitespace-nowrap" />.
        </p>
      ) : null}
    </Notice>
  );
}
