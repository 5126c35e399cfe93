import { FileDown } from "lucide-react";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { Prose } from "@/components/ui/prose";
import type { DemandeView } from "@/lib/demandes/types";
import { count, serviceInSentence, unbroken } from "@/lib/shared/text";
import { formatDate, formatDateTime } from "@/lib/shared/dates";

type Props = {
  demande: DemandeView;
  isSignedIn: boolean;
  /** When the acknowledgement waits for its turn at an address that already received many; else null. */
  letterLeavesAt: Date | null;
};

/** The act is done: its number, the proof, what comes next and when (F92). */
export function Confirmation({ demande, isSignedIn, letterLeavesAt }: Props) {
  const { number, revision, demarche } = demande;
  const base = demande.belongsToAccount && isSignedIn ? "/espace/demandes" : "/suivi";
  return (
    <>
      <div className="mb-8 rounded-lg border-2 border-success bg-success-soft p-6 sm:p-8">
        <h1>{revision > 1 ? "Vos changements sont enregistrés" : "Votre demande est enregistrée"}</h1>
        <p className="mt-3 text-[1.15rem]">{demarche.title}</p>
        <p className="mt-4">Numéro de votre demande</p>
        <p className="text-[1.6rem] font-bold tracking-wide">{number}</p>
      </div>
      <ButtonRow>
        <LinkButton href={`/api/recepisse/${number}`}>
          <FileDown aria-hidden="true" size={20} />
          Télécharger le récépissé (PDF)
        </LinkButton>
        <LinkButton href={`${base}/${number}/historique`} variant="secondary">
          Suivre ma demande
        </LinkButton>
      </ButtonRow>
      <Next demande={demande} letterLeavesAt={letterLeavesAt} />
      {isSignedIn || demande.belongsToAccount ? null : <KeepInAccount number={number} />}
    </>
  );
}

function Next({ demande, letterLeavesAt }: Pick<Props, "demande" | "letterLeavesAt">) {
  const { service, definition, dueAt, number } = demande;
  return (
    <div className="mt-10">
      <Prose>
        <h2>Et maintenant ?</h2>
        <ul>
          <li>
            {letterLeavesAt
              ? `Plusieurs courriels sont déjà partis à votre adresse : l’accusé de réception partira plus tard, le ${formatDateTime(letterLeavesAt)}. Notez dès maintenant le numéro de votre demande.`
              : "Vous allez recevoir un accusé de réception par courriel. Il contient un lien pour suivre votre demande."}
          </li>
          <li>
            Elle est transmise au {serviceInSentence(service.name)}. Vous serez prévenu par courriel à chaque étape.
          </li>
          <li>
            Délai maximum : {count(definition.maxDays, "jour")}
            {dueAt ? `, soit le ${formatDate(dueAt)} au plus tard` : ""}.
          </li>
        </ul>
        <p>
          Une question ? {service.name} :{" "}
          {service.phone ? (
            <a href={`tel:${service.phone.replace(/\s/g, "")}`}>{unbroken(service.phone)}</a>
          ) : (
            service.email
          )}
          . Donnez le numéro {number}.
        </p>
      </Prose>
    </div>
  );
}

/** F95: for who filed it without account. */
function KeepInAccount({ number }: { number: string }) {
  return (
    <section aria-labelledby="compte" className="mt-10 rounded-lg bg-sunken p-6">
      <h2 id="compte">La retrouver dans un compte</h2>
      <p className="my-3 max-w-[40rem]">
        Avec un compte, vous retrouvez toutes vos demandes au même endroit et vous ne ressaisissez plus vos coordonnées.
        Avec la même adresse, elle peut y être rattachée, de cet appareil ou d’un autre.
      </p>
      <ButtonRow>
        <LinkButton href="/inscription" variant="secondary">
          Créer mon compte
        </LinkButton>
        <LinkButton href={`/suivi/${number}/rattacher`} variant="plain">
          J’ai déjà un compte
        </LinkButton>
      </ButtonRow>
    </section>
  );
}
