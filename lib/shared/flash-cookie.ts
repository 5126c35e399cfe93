/** Carries one sentence from an action to the page that follows. The page that shows it erases it. */
export const flashCookie = "parvis_message";

/** Carries the sentence from proxy.ts to the page, which would find the cookie already erased. */
export const flashHeader = "x-parvis-message";
/** Of what is said: the part of the page that the address names is described by it. */
export const flashTextId = "message-texte";
