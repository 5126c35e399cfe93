import { env } from "@/lib/kernel/env";

/** Where the public reaches the portal: « https://demarches.ville.fr ». */
export function publicAddress(): string {
  return env().APP_URL;
}
