import { PhoneLink } from "@/components/ui/contact-link";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { resultsTitle } from "./results-title";

type Props = { q: string; theme?: string; phone: string };

/** Nothing answers: what to try next, and whom to call. */
export function NoResult({ q, theme, phone }: Props) {
  return (
    <EmptyState title={resultsTitle(0, q, { theme })}>
      <ul className="list-disc pl-5">
        <li>Essayez avec un seul mot, par exemple « naissance », « école » ou « stationnement ».</li>
        <li>Vérifiez l’orthographe : quelques lettres suffisent.</li>
        <li>
          <TextLink href={theme ? `/demarches?q=${encodeURIComponent(q)}` : "/demarches"}>
            {theme ? "Chercher dans tous les thèmes" : "Parcourir toutes les démarches"}
          </TextLink>
        </li>
        <li>
          Appelez-nous au <PhoneLink phone={phone} />
           : nous vous dirons où vous adresser.
        </li>
      </ul>
    </EmptyState>
  );
}
