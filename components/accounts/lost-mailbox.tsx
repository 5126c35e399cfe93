import { TextLink } from "@/components/ui/text-link";

/** The way of whoever no longer reads the address of their account (F68): it takes an identity paper and two agents. */
export function LostMailbox() {
  return (
    <div className="prose">
      <h2>Vous n’avez plus accès à cette boîte aux lettres ?</h2>
      <p>
        Présentez-vous à un guichet avec une pièce d’identité : deux agents vérifient, puis votre compte prend votre
        nouvelle adresse. Où aller ? <TextLink href="/contact">Contactez la mairie</TextLink>.
      </p>
    </div>
  );
}
