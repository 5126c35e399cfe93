import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import { robotFields, type RobotSettings } from "@/lib/shared/robot-fields";
import { RobotCheck } from "./robot-check";
import { RobotCode } from "./robot-code";

type Props = {
  time: string;
  settings: RobotSettings;
  /** A code was sent for this form, and may still be typed. */
  isCodeSent?: boolean;
};

/** What asks password managers and browsers to leave the trap alone. */
const leftToRobots = {
  autoComplete: "off",
  "data-1p-ignore": "",
  "data-bwignore": "",
  "data-lpignore": "true",
  "data-form-type": "other",
};

/** The robot check of a form: nothing to do for a person, save a code by e-mail when the check cannot tell. */
export function RobotFields({ time, settings, isCodeSent = false }: Props) {
  return (
    <>
      <div className="sr-only" aria-hidden="true">
        <label htmlFor={robotFields.honeypot}>Laissez ce champ vide</label>
        <input id={robotFields.honeypot} name={robotFields.honeypot} type="text" tabIndex={-1} {...leftToRobots} />
      </div>
      <input type="hidden" name={robotFields.time} value={time} />
      <RobotCheck settings={settings} />
      <RobotCode isSent={isCodeSent} />
      <Details summary="Pourquoi vérifions-nous que vous êtes une personne ?">
        <p>
          Des programmes créent en masse des comptes ou des demandes totalement artificielles. La vérification se fait
          toute seule ; si elle n’aboutit pas, un code envoyé par courriel la remplace.
        </p>
        <p>
          <TextLink href="/aide#verification-robot">En savoir plus sur cette vérification</TextLink>
        </p>
      </Details>
      {isCodeSent ? null : (
        <noscript>
          <p className="mb-5 max-w-[40rem]">
            Pour vérifier que vous êtes une personne, nous vous demanderons ensuite un code, envoyé à votre courriel.
          </p>
        </noscript>
      )}
    </>
  );
}
