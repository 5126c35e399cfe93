import { robotFields, type RobotSettings } from "@/lib/shared/robot-fields";
import { RobotCheck } from "./robot-check";
import { RobotCode } from "./robot-code";

type Props = { time: string; settings: RobotSettings };

/** What asks password managers and browsers to leave the trap alone. */
const leftToRobots = {
  autoComplete: "off",
  "data-1p-ignore": "",
  "data-bwignore": "",
  "data-lpignore": "true",
  "data-form-type": "other",
};

/** The robot check of a form: nothing to do for a person, save a code by e-mail when the check cannot tell. */
export function RobotFields({ time, settings }: Props) {
  return (
    <>
      <div className="sr-only" aria-hidden="true">
        <label htmlFor={robotFields.honeypot}>Laissez ce champ vide</label>
        <input id={robotFields.honeypot} name={robotFields.honeypot} type="text" tabIndex={-1} {...leftToRobots} />
      </div>
      <input type="hidden" name={robotFields.time} value={time} />
      <RobotCheck settings={settings} />
      <RobotCode />
      <noscript>
        <p className="mb-5 max-w-[40rem]">
          Pour vérifier que vous êtes une personne, nous vous demanderons ensuite un code, envoyé à votre courriel.
        </p>
      </noscript>
    </>
  );
}
