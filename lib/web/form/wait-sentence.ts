type Details = Readonly<Record<string, string>>;

/** Refusal « delayed » of a sign-in: how long to wait. The same for an account that does not exist. */
export function waitSentence(details: Details): string {
  return `${wait(details)} avant de réessayer, ou choisissez un nouveau mot de passe avec le lien « Mot de passe oublié ».`;
}

/** How long an agent is to wait, whom strangers may make wait: a browser that is not known has another door. */
export function agentWaitSentence(details: Details): string {
  const door = details.isKnown === "true" ? "" : ", ou faites reconnaître ce navigateur par un courriel";
  return `${wait(details)} avant de réessayer${door}.`;
}

function wait({ seconds = "1" }: Details): string {
  return `Trop d’essais de suite. Attendez ${inWords(Number(seconds))}`;
}

/** « 40 secondes », « 12 minutes », « 3 heures » */
export function inWords(seconds: number): string {
  if (seconds < 90) return `${seconds} seconde${seconds > 1 ? "s" : ""}`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} heures`;
}
