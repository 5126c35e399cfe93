import type { ReactNode } from "react";
import { FileDown } from "lucide";
import { Icon } from "@/components/ui/icon";
import { ButtonRow } from "@/components/ui/button-row";
import { Details } from "@/components/ui/details";
import { LinkButton } from "@/components/ui/link-button";
import { Prose } from "@/components/ui/prose";
import { TextLink } from "@/components/ui/text-link";
import { PapersForEach, PapersNote } from "../papers-note";
import { allOf, SentTogether } from "./sent-together";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { serviceInSentence, telephoneLink, unbroken } from "@/lib/shared/text";
import { formatDateTime } from "@/lib/shared/dates";

type Props = {
  demande: DemandeView;
  isSignedIn: boolean;
  /** When the acknowledgement waits for its turn at an address that already received many; else null. */
  letterLeavesAt: Date | null;
};

/** The act is done: its number, the proof, what comes next and when (F92). */
export function Confirmation({ demande, isSignedIn, letterLeavesAt }: Props) {
  const { number, revision, demarche, together } = demande;
  const isAlone = together.length === 0 || revision > 1;
  const base = demande.belongsToAccount && isSignedIn ? "/espace/demandes" : "/suivi";
  return (
    <>
      <div className="mb-8 rounded-lg border-2 border-success bg-success-soft p-6 sm:p-8">
        <h1>{confirmationTitle(demande)}</h1>
        <p className="mt-3 text-[1.15rem]">{demarche.title}</p>
        {isAlone ? (
          <>
            <p className="mt-4">Numéro de votre demande</p>
            <p className="text-[1.6rem] font-bold tracking-wide">{number}</p>
          </>
        ) : (
          <p className="mt-4">Chaque service que vous avez choisi reçoit la sienne.</p>
        )}
      </div>
      {isAlone ? (
        <ButtonRow>
          <LinkButton href={`/api/recepisse/${number}`}>
            <Icon of={FileDown} size={20} />
            Télécharger le récépissé (PDF)
          </LinkButton>
          <LinkButton href={`${base}/${number}/historique`} variant="secondary">
            Suivre ma demande
          </LinkButton>
        </ButtonRow>
      ) : (
        <SentTogether demande={demande} base={base} />
      )}
      <Next demande={demande} letterLeavesAt={letterLeavesAt} />
      {isSignedIn || demande.belongsToAccount ? null : <KeepInAccount demande={demande} />}
    </>
  );
}

/** « Votre demande est enregistrée », or what else is done: the title of the page, and of its document. */
export function confirmationTitle({ revision, together }: Pick<DemandeView, "revision" | "together">): string {
  if (revision > 1) return "Vos changements sont enregistrés";
  return together.length > 0
    ? `Vos ${together.length + 1} demandes sont enregistrées`
    : "Votre demande est enregistrée";
}

function Next({ demande, letterLeavesAt }: Pick<Props, "demande" | "letterLeavesAt">) {
  const { service, delay, papers, number, together, revision } = demande;
  const isAlone = together.length === 0 || revision > 1;
  return (
    <div className="mt-10">
      {isAlone ? <PapersNote papers={papers} /> : <PapersForEach demandes={allOf(demande)} />}
      <Prose>
        <h2>Et maintenant ?</h2>
        <ul>
          <li>
            {letterLeavesAt
              ? `Plusieurs courriels sont déjà partis à votre adresse : l’accusé de réception partira plus tard, le ${formatDateTime(letterLeavesAt)}. Notez dès maintenant le numéro de ${isAlone ? "votre demande" : "chaque demande"}.`
              : `Vous allez recevoir un accusé de réception par courriel. Il contient un lien pour suivre ${isAlone ? "votre demande" : "vos demandes"}.`}
          </li>
          <li>
            {isAlone
              ? `Elle est transmise au ${serviceInSentence(service.name)}.`
              : "Chaque service traite sa demande."}{" "}
            Vous serez prévenu par courriel à chaque étape.
          </li>
          {delay ? <li>{delay.promise}</li> : null}
        </ul>
        {isAlone ? (
          <p>
            Une question ? {service.name} :{" "}
            {service.phone ? <a href={telephoneLink(service.phone)}>{unbroken(service.phone)}</a> : service.email}.
            Donnez le numéro <span className="whitespace-nowrap">{number}</span>.
          </p>
        ) : (
          <p>Une question ? Le récépissé de chaque demande donne le téléphone de son service.</p>
        )}
      </Prose>
      {delay ? (
        <div className="mt-5">
          <Details summary={delay.lawTitle} isOpen={delay.isOver}>
            {delay.law.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Details>
        </div>
      ) : null}
    </div>
  );
}

/** F95: for who filed it without account. */
function KeepInAccount({ demande: { number, invitation } }: Pick<Props, "demande">) {
  if (invitation === "sent") return <Invited number={number} />;
  if (invitation === "held") return <NotInvited number={number} />;
  return (
    <AboutAccount title="La retrouver dans un compte">
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
    </AboutAccount>
  );
}

/** F33: « Oui » was answered. The same words whether an account exists already or not: only its mailbox is told. */
function Invited({ number }: { number: string }) {
  return (
    <AboutAccount title="Votre compte">
      <p className="my-3 max-w-[40rem]">
        Vous avez demandé un compte : le lien est envoyé à votre adresse. Ouvrez-le, choisissez un mot de passe, et vous
        y retrouverez cette demande avec vos coordonnées. Vous n’aurez rien d’autre à faire.
      </p>
      <p className="max-w-[40rem]">
        Le lien n’arrive pas ? Regardez dans les courriers indésirables, ou{" "}
        <TextLink href="/inscription">demandez-en un autre</TextLink>. Vous avez déjà un compte ?{" "}
        <TextLink href={`/suivi/${number}/rattacher`}>Rattachez-y cette demande</TextLink>.
      </p>
    </AboutAccount>
  );
}

/** F33: too many letters had gone to the address (`mayMail`): one of an account may leave again after two hours. */
function NotInvited({ number }: { number: string }) {
  return (
    <AboutAccount title="Votre compte">
      <p className="my-3 max-w-[40rem]">
        Vous avez demandé un compte, mais son lien n’est pas parti : trop de courriels ont déjà été demandés pour votre
        adresse. Dans deux heures, demandez-le avec cette adresse. Votre demande, elle, est bien enregistrée : une fois
        le compte créé, rattachez-la.
      </p>
      <ButtonRow>
        <LinkButton href="/inscription" variant="secondary">
          Demander le lien de mon compte
        </LinkButton>
        <LinkButton href={`/suivi/${number}/rattacher`} variant="plain">
          J’ai déjà un compte
        </LinkButton>
      </ButtonRow>
    </AboutAccount>
  );
}

function AboutAccount({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-labelledby="compte" className="mt-10 rounded-lg bg-sunken p-6">
      <h2 id="compte" className="text-[1.1rem]">
        {title}
      </h2>
      {children}
    </section>
  );
}
