/** What an operator reads while one of the commands runs: sentences in French, one a line. */
const begun = performance.now();

export function tell(text: string): void {
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1).padStart(5);
  process.stdout.write(`${seconds} s  ${text}\n`);
}

/** Tells at most once in `seconds`: for what goes on thousands of times. */
export function sparingly(seconds: number): (text: () => string) => void {
  let last = performance.now();
  return (text) => {
    if (performance.now() - last < seconds * 1_000) return;
    last = performance.now();
    tell(text());
  };
}

/** A failure that one sentence explains. */
export class Refusal extends Error {}

/** Runs a command to its end: exit code 0 when it did everything, 1 with a sentence otherwise. */
export async function runCommand(body: () => Promise<boolean>): Promise<never> {
  let isDone = false;
  try {
    isDone = await body();
  } catch (error) {
    process.stderr.write(`\n✗ ${sentence(error)}\n`);
  }
  process.exit(isDone ? 0 : 1);
}

/** The sentence of what stopped us. No value of a row is ever in it: Postgres quotes them in its messages, so its code is said alone. */
function sentence(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const { code, name, stack }: NodeJS.ErrnoException = error instanceof Error ? error : new Error();
  if (code === "ENOSPC" || code === "53100") return "Le disque est plein : libérez de la place, puis recommencez.";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return "Le dossier n’est pas accessible en écriture : vérifiez ses droits.";
  if (code === "ECONNREFUSED" || code === "ECONNRESET" || code?.startsWith("57P") || code?.startsWith("08"))
    return "La base ne répond pas, ou s’est arrêtée : rien n’est perdu, recommencez quand elle est là.";
  const places = (stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  return [`Erreur inattendue (${code ?? name}).`, ...places.slice(0, 6)].join("\n");
}
