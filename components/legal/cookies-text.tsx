import { DataTable } from "@/components/ui/data-table";
import { Prose } from "@/components/ui/prose";
import { lifetime } from "@/lib/vocabulary/lifetimes";
import { longestTime } from "@/lib/vocabulary/session-minutes";
import { tokenLifetime } from "@/lib/vocabulary/tokens";

const columns = [{ label: "Cookie" }, { label: "À quoi il sert" }, { label: "Quand il apparaît" }, { label: "Durée" }];

const rows = [
  {
    id: "session",
    cells: [
      "Session (parvis_session)",
      "Vous garder connecté d’une page à l’autre. Il ne contient qu’un numéro tiré au hasard.",
      "À la connexion. Les agents ont le leur, parvis_agent.",
      `Effacé à la déconnexion ; ${longestTime("citizen")} au plus.`,
    ],
  },
  {
    id: "devices",
    cells: [
      "Appareil reconnu (parvis_devices)",
      "Vous laisser vous connecter depuis cet appareil même quand quelqu’un d’autre essaie des mots de passe sur votre compte. Son contenu est chiffré ; il retient quatre comptes au plus, et n’ouvre rien sans le mot de passe.",
      "À la connexion, des usagers comme des agents.",
      `${lifetime("known_device")} après la dernière connexion. Sans effet dès que le mot de passe change ou que vous fermez vos autres connexions.`,
    ],
  },
  {
    id: "guest",
    cells: [
      "Démarche sans compte (parvis_guest)",
      "Vous laisser ouvrir, dans ce navigateur, les démarches que vous y faites sans compte. Il ne contient qu’un numéro tiré au hasard.",
      "Quand vous commencez une démarche sans être connecté, ou quand vous ouvrez le lien d’un courriel de suivi.",
      `Effacé quand vous fermez le navigateur, ou par « Quitter et effacer de cet appareil » ; sans effet après ${lifetime("guest_idle")} sans page ouverte ; ${lifetime("guest_device")} si vous avez coché « Cet appareil est à moi ».`,
    ],
  },
  {
    id: "codes",
    cells: [
      "Accès des agents (parvis_agent_setup et parvis_codes)",
      "Montrer à un agent, dans ce seul navigateur, la clé de son second facteur puis ses codes de secours, le temps qu’il les note.",
      "Chez les agents, quand ils préparent leur accès.",
      "Une heure au plus.",
    ],
  },
  {
    id: "liste",
    cells: [
      "Liste des demandes (parvis_liste)",
      "Ramener un agent à la liste qu’il a quittée, avec ses filtres. Les mots cherchés y sont chiffrés.",
      "Chez les agents, à l’ouverture de la liste.",
      "À la déconnexion, ou à la fermeture du navigateur.",
    ],
  },
  {
    id: "robot",
    cells: [
      "Vérification anti-robot (parvis_robot) et courriel saisi (parvis_courriel)",
      "Retenir qu’un code vous a été envoyé, puis que vous l’avez donné, et l’adresse à laquelle nous avons écrit. Leur contenu est signé ou chiffré.",
      "À l’envoi d’un code par courriel, ou d’une demande d’inscription.",
      `De ${lifetime("robot_pass")} à une heure.`,
    ],
  },
  {
    id: "files",
    cells: [
      "Fichiers envoyés (parvis_envoi)",
      "Dire, sur la page où vous les joignez, ce qu’est devenu chacun des fichiers que vous venez d’envoyer sans JavaScript. Son contenu est chiffré.",
      "Après cet envoi.",
      "Une heure, pour cette page seulement.",
    ],
  },
  {
    id: "message",
    cells: [
      "Message (parvis_message)",
      "Afficher une fois, sur la page suivante, la confirmation de ce que vous venez de faire.",
      "Après une opération.",
      "Une minute au plus.",
    ],
  },
];

/** Set only while one goes through FranceConnect. */
const identity = {
  id: "identity",
  cells: [
    "FranceConnect (parvis_identity_checks, _proved et _exit)",
    "Vérifier que la réponse de FranceConnect est bien pour vous, puis lier l’identité à votre compte. Leur contenu est chiffré.",
    "Quand vous choisissez FranceConnect, et quand vous vous déconnectez.",
    `De 10 à 30 minutes ; ${tokenLifetime("activation")} pendant la création d’un compte.`,
  ],
};

/** Exactly the cookies that the portal sets: lib/web/session/cookies.ts, lib/shared/flash-cookie.ts and list-cookie.ts. */
export function CookiesText({ usesFranceConnect }: { usesFranceConnect: boolean }) {
  return (
    <>
      <Prose>
        <p>
          Un cookie est un petit texte que le site confie à votre navigateur, et que celui-ci lui rend à chaque page. Ce
          portail n’utilise que ceux du tableau. Tous sont nécessaires à son fonctionnement : l’article 82 de la loi n°
          78-17 du 6 janvier 1978 dispense alors de recueillir votre consentement, et c’est pourquoi aucun bandeau ne
          vous le demande.
        </p>
      </Prose>
      <div className="my-8">
        <DataTable
          caption="Les cookies de ce portail"
          columns={columns}
          rows={usesFranceConnect ? [...rows, identity] : rows}
        />
      </div>
      <Prose>
        <p>
          Le nom de ceux qui vous identifient est précédé de « __Host- » quand le portail est servi par une connexion
          chiffrée. Aucun ne mesure votre navigation, aucun ne vient d’un autre site. Un seul est lisible par un script,
          celui du message, dont le contenu est chiffré.
        </p>
        <h2>Les refuser</h2>
        <p>
          Votre navigateur permet de les bloquer ou de les effacer. Vous pourrez toujours lire le portail, mais vous ne
          pourrez plus vous connecter ni retrouver un brouillon commencé sans compte.
        </p>
      </Prose>
    </>
  );
}
