/** The criteria and the page of the agents' list as this browser last showed it (lib/web/page/last-list.ts): « Demandes » goes back to it. */
export const listCookie = "parvis_liste";
