/** What the operator reads. Everything in French, one sentence a line. */
const started = Date.now();
const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);

export const bold = (text) => paint(1, text);
export const green = (text) => paint(32, text);
export const red = (text) => paint(31, text);

export function say(text) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`${paint(2, `${seconds} s`)}  ${text}\n`);
}

/** A failure that is explained by one sentence: shown without a stack. */
export class Refusal extends Error {}

/** The sentence of what stopped us, whatever it was. */
export function sentence(error) {
  if (error instanceof Refusal) return error.message;
  const code = error?.code ?? error?.cause?.code;
  if (code === "ENOSPC") return "Le disque est plein : libérez de la place, puis recommencez.";
  if (code === "EROFS") return `Le disque est en lecture seule : ${error.path ?? "rien ne peut y être écrit"}.`;
  if (code === "EACCES" || code === "EPERM")
    return `Accès refusé à ${error.path ?? "un fichier"} : vérifiez les droits de ce dossier.`;
  return `Erreur inattendue : ${error?.stack ?? error}`;
}

/** Runs a script's body; a failure gives its sentence and exit code 1. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    process.stderr.write(`\n${red("✗")} ${sentence(error)}\n`);
    process.exit(1);
  }
}
