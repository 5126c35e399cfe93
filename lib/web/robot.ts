import { createHash } from "node:crypto";
import { anonymous } from "@/lib/kernel/actor";
import { issueRobotCode, verifyRobotCode } from "@/lib/kernel/robot-codes";
import { checkRobot, newTimeToken, robotSettings } from "@/lib/ports/captcha";
import { emailText } from "@/lib/shared/form-schema";
import type { FieldErrors } from "@/lib/shared/form-state";
import { robotFields, type RobotSettings } from "@/lib/shared/robot-fields";
import type { FlatForm } from "./form-data";

/** `email`: name of the control whose address receives a code when the check cannot tell (T15). */
export type RobotRule = { email: string };
type Refusal = { errors?: FieldErrors; formError?: string };

/** For <RobotFields>, inside the form of an action that has a `robot` rule. */
export function robotFieldsProps(): { time: string; settings: RobotSettings } {
  return { time: newTimeToken(), settings: robotSettings() };
}

/**
 * Null for a person; else what to show. Nobody is shut out: whoever the check cannot judge, without JavaScript for instance,
 * receives a code by e-mail and copies it.
 */
export async function checkHuman(name: string, rule: RobotRule, flat: FlatForm): Promise<Refusal | null> {
  const code = textOf(flat, robotFields.code);
  if (code !== "") return checkCode(rule, flat, code);
  const verdict = await checkRobot({
    honeypot: textOf(flat, robotFields.honeypot),
    time: textOf(flat, robotFields.time),
    answer: textOf(flat, robotFields.answer),
    form: hashOf(name, flat),
  });
  switch (verdict) {
    case "human":
      return null;
    case "robot":
      return { formError: "Cet envoi ressemble à celui d’un programme. Rechargez la page, puis recommencez." };
    case "too_fast":
      return { formError: "Le formulaire est arrivé trop vite. Attendez deux secondes, puis validez à nouveau." };
    case "unsure":
      return sendCode(rule, flat);
  }
}

async function checkCode(rule: RobotRule, flat: FlatForm, code: string): Promise<Refusal | null> {
  const email = emailOf(rule, flat);
  if (email !== null && (await verifyRobotCode(email, code))) return null;
  return {
    errors: {
      [robotFields.code]:
        "Ce code n’est pas le bon, ou il n’est plus valable. Effacez-le et validez pour en recevoir un autre.",
    },
  };
}

async function sendCode(rule: RobotRule, flat: FlatForm): Promise<Refusal> {
  const email = emailOf(rule, flat);
  if (email === null)
    return { errors: { [rule.email]: "Saisissez un courriel complet, comme prenom.nom@exemple.fr." } };
  const sent = await issueRobotCode(anonymous, email);
  if (!sent.ok) return { formError: "Trop de codes ont été envoyés à cette adresse. Réessayez dans une heure." };
  return {
    errors: {
      [robotFields.code]: `Nous avons envoyé un code à 6 chiffres à ${email}. Recopiez-le ici pour montrer que vous êtes une personne.`,
    },
  };
}

function emailOf(rule: RobotRule, flat: FlatForm): string | null {
  const parsed = emailText().safeParse(textOf(flat, rule.email));
  return parsed.success ? parsed.data : null;
}

function textOf(flat: FlatForm, name: string): string {
  const value = flat[name];
  return typeof value === "string" ? value : "";
}

/** What the form says, the check's own controls left out: an answer of the check serves for one form. */
function hashOf(name: string, flat: FlatForm): string {
  const own: readonly string[] = Object.values(robotFields);
  const said = Object.entries(flat).filter(([control]) => !own.includes(control));
  return createHash("sha256")
    .update(JSON.stringify([name, said]))
    .digest("hex");
}
