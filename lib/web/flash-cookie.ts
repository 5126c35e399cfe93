/** Carries one sentence from an action to the page that follows. */
export const flashCookie = "parvis_message";
