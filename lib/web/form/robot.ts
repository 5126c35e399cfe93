import { cookies } from "next/headers";
import { anonymous } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { fingerprint, isSigned, sign } from "@/lib/kernel/crypto";
import { countTry } from "@/lib/kernel/limiter";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { issueRobotCode, verifyRobotCode } from "@/lib/letters/commands/verify-robot-code";
import { checkRobot, newTimeToken, robotSettings } from "@/lib/ports/captcha";
import type { Asked, FieldErrors } from "@/lib/shared/form-state";
import { emailText } from "@/lib/shared/form-schema";
import { robotFields, type RobotSettings } from "@/lib/shared/robot-fields";
import { lifetimeMinutes } from "@/lib/vocabulary/lifetimes";
import { cookieOptions } from "../session/cookies";
import type { FlatForm } from "./form-data";

/**
 * Whose address receives a code when the check cannot tell (T15): `email`, the name of the control that holds it; or `addressOf`,
 * what the server already knows, null when there is nothing to check. `mustProve`: only the code will do.
 */
export type RobotRule = { email: string } | { addressOf: (flat: FlatForm) => Promise<KnownAddress | null> };
export type KnownAddress = { email: string | null; mustProve: boolean };

/** `isTooFast`: nothing but the pace is wrong, and a second press does. */
type Explained = { errors?: FieldErrors; asked?: Asked; formError?: string; isTooFast?: boolean };

/** What `<RobotFields …/>` needs: in the page, beside the other fields. `begun`: when a form of several pages was. */
export function robotFieldsProps(begun?: Date): { time: string; settings: RobotSettings } {
  return { time: newTimeToken(begun), settings: robotSettings() };
}

/** Null for a person; else what to show. Nobody is kept out: a code by e-mail opens what the check refuses. */
export async function checkHuman(rule: RobotRule, flat: FlatForm): Promise<Explained | null> {
  const given = Object.values(robotFields).map((name) => [name, textOf(flat, name)] as const);
  const typed = Object.fromEntries(given) as Record<(typeof robotFields)[keyof typeof robotFields], string>;
  const verdict = await checkRobot({
    honeypot: typed["site-web"],
    time: typed["robot-depuis"],
    answer: typed["robot-preuve"],
    form: hashOf(flat),
  });
  const known =
    "addressOf" in rule ? await rule.addressOf(flat) : { email: textOf(flat, rule.email), mustProve: false };
  if (!known) return null;
  const ask = () => askCode(known, "email" in rule ? rule.email : null, typed);
  switch (verdict) {
    case "human":
      return known.mustProve ? ask() : null;
    case "too_fast":
      // A page shown again with its code field may come back at once: the code tells enough.
      if (typed["robot-code"] !== "") return ask();
      return {
        formError: "Le formulaire est revenu très vite. Attendez deux secondes, puis appuyez à nouveau sur le bouton.",
        isTooFast: true,
      };
    case "robot":
    case "unsure":
      return ask();
  }
}

type Typed = Readonly<Record<(typeof robotFields)[keyof typeof robotFields], string>>;

/** The way out: a code received by e-mail, good for ten minutes in this browser. Another one voids it: it is sent to who asks for it. */
async function askCode(known: KnownAddress, control: string | null, typed: Typed): Promise<Explained | null> {
  const parsed = emailText().safeParse(known.email ?? "");
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? "Saisissez votre courriel.";
    return control ? { errors: { [control]: message } } : { formError: noAddress };
  }
  const email = parsed.data;
  if (await hasPass(email)) return null;
  if (typed["robot-autre-code"] !== "") return sendCode(email);
  if (typed["robot-code"] === "") return (await isCodeAwaited(email)) ? askAgain(email) : sendCode(email);
  if (!(await verifyRobotCode(email, typed["robot-code"])))
    return {
      errors: {
        [robotFields.code]:
          "Ce code n’est pas le bon, ou il n’est plus valable. Vérifiez-le, ou cochez « Recevoir un autre code ».",
      },
    };
  await givePass(email);
  return null;
}

const noAddress =
  "Avant de soumettre, indiquez votre courriel à l’étape « Mes informations » : un code doit y être envoyé.";

/** Nobody was wrong: the check could not tell. */
const codeSent: Asked = { tone: "info", mark: "À compléter", title: "Un code vous a été envoyé" };

async function sendCode(email: string): Promise<Explained> {
  const sent = await issueRobotCode(anonymous, email);
  if (!sent.ok)
    return {
      formError:
        "Trop de codes ont été demandés pour ce courriel. Attendez une heure, puis appuyez à nouveau sur le bouton.",
    };
  await noteCodeSent(email);
  const sentence = `Saisissez le code à six chiffres que nous venons d’envoyer à ${email}, puis appuyez à nouveau sur le bouton.`;
  return { errors: { [robotFields.code]: sentence }, asked: codeSent };
}

/** The code in hand is still good: pressing again sends no other, which would void it. */
function askAgain(email: string): Explained {
  const sentence = `Saisissez le code à six chiffres que nous avons envoyé à ${email}, puis appuyez à nouveau sur le bouton. S’il n’est pas arrivé, cochez « Recevoir un autre code ».`;
  return { errors: { [robotFields.code]: sentence }, asked: codeSent };
}

/** What this browser was sent a code for, until the code is given: the pass then takes its place. */
async function noteCodeSent(email: string): Promise<void> {
  const until = String(clock.inMinutes(passMinutes).getTime());
  const sent = `code.${until}.${sign("robot-code-sent", `${until}.${recipientHash(email)}`)}`;
  (await cookies()).set(passCookie, sent, cookieOptions(passMinutes * 60));
}

/** Whether a code sent to this address for this browser may still be typed: the page shows its field. */
export async function isCodeAwaited(email: string): Promise<boolean> {
  const [kind, until = "", signature = ""] = ((await cookies()).get(passCookie)?.value ?? "").split(".");
  if (kind !== "code" || !(Number(until) > clock.now().getTime())) return false;
  return isSigned("robot-code-sent", `${until}.${recipientHash(email)}`, signature);
}

const passCookie = "parvis_robot";
const passMinutes = lifetimeMinutes.robot_pass;

/** A right code counts for the next tries too: the form may hold another mistake. */
async function givePass(email: string): Promise<void> {
  const until = String(clock.inMinutes(passMinutes).getTime());
  const pass = `${until}.${sign("robot-pass", `${until}.${recipientHash(email)}`)}`;
  (await cookies()).set(passCookie, pass, cookieOptions(passMinutes * 60));
}

async function hasPass(email: string): Promise<boolean> {
  const [until = "", signature = ""] = ((await cookies()).get(passCookie)?.value ?? "").split(".");
  if (!(Number(until) > clock.now().getTime())) return false;
  if (!isSigned("robot-pass", `${until}.${recipientHash(email)}`, signature)) return false;
  const tried = await countTry({ key: `robot-pass:${signature}`, max: 10, windowSeconds: passMinutes * 60 });
  return tried.isAllowed;
}

/** What the form says, the controls of the check left out: names what a proof was used for. */
function hashOf(flat: FlatForm): string {
  const names = new Set<string>(Object.values(robotFields));
  const said = Object.entries(flat).filter(([name]) => !names.has(name));
  return fingerprint("robot-form", JSON.stringify(said.sort(([one], [other]) => (one < other ? -1 : 1))));
}

function textOf(flat: FlatForm, name: string): string {
  const value = flat[name] ?? "";
  return typeof value === "string" ? value : (value[0] ?? "");
}
