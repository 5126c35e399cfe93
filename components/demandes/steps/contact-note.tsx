import { EmailText } from "@/components/ui/email-text";
import { TextLink } from "@/components/ui/text-link";
import type { ContactView } from "@/lib/demandes/types/demande";

type Props = { contact: ContactView; number: string; demandeId: string };

/** Filed without account: where the letter goes, and what is left if it never comes. */
export function ContactNote({ contact: { email, canCorrect }, number, demandeId }: Props) {
  return (
    <section aria-labelledby="adresse" className="mt-8 rounded-lg bg-sunken p-6">
      <h2 id="adresse" className="mb-3 text-[1.1rem]">
        Votre courriel
      </h2>
      <p>
        Nous vous écrivons à <EmailText email={email} isStrong />. Notez aussi le numéro{" "}
        <strong className="whitespace-nowrap">{number}</strong> : il suffit au service pour retrouver votre demande.
      </p>
      {canCorrect ? (
        <p className="mt-3">
          Ce n’est pas la bonne adresse ?{" "}
          <TextLink href={`/demandes/${demandeId}/courriel`}>Corriger le courriel</TextLink>
        </p>
      ) : null}
    </section>
  );
}
