/** Carries one sentence from an action to the page that follows. */
export const flashCookie = "parvis_message";

/** The same sentence from proxy.ts to the page: the page would find the cookie already erased. */
export const flashHeader = "x-parvis-message";

/** Ends the message of a form that a script posted: its answer holds the page where one goes, which shows the message at once. */
export const inPlaceMark = ".1";

/** Whether a whole page is asked for or posted, not something that a script fetches. Browsers without the header load pages. */
export function isDocument(headers: { get: (name: string) => string | null }): boolean {
  return (headers.get("sec-fetch-dest") ?? "document") === "document";
}
