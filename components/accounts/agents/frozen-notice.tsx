import { EmailText } from "@/components/ui/email-text";
import { Notice } from "@/components/ui/notice";
import type { AccountForAgent } from "@/lib/accounts/types/agent";
import { lifetime } from "@/lib/vocabulary/lifetimes";

/** What an agent at the counter must know of an account that two people claim. */
export function FrozenNotice({ account: { can, email } }: { account: AccountForAgent }) {
  return (
    <Notice tone="warning" title="Ce compte est gelé">
      <p>
        Deux personnes disent qu’il est le leur. Personne ne peut s’y connecter, et rien n’en est envoyé. Demandez une
        pièce d’identité à qui se présente, et lisez les récupérations passées ci-dessous.
      </p>
      {can.askReopening || can.askHeld ? (
        <ul>
          <li>
            La personne lit l’adresse du compte, <EmailText email={email} />
             : choisissez « Rouvrir le compte ».
          </li>
          <li>
            Elle ne la lit pas, ou quelqu’un d’autre la lit : choisissez « Boîte tenue par quelqu’un d’autre ». Il faut
            un administrateur, et {lifetime("held_mailbox")}.
          </li>
        </ul>
      ) : (
        <p>Il est aussi suspendu : un administrateur doit d’abord lever la suspension.</p>
      )}
    </Notice>
  );
}
