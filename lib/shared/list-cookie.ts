/** The criteria and the page of the agents' list as this browser last showed it: proxy.ts writes it, « Demandes » goes back to it. */
export const listCookie = "parvis_liste";

/** The list that is remembered, and under which address its cookie is sent. */
export const rememberedList = { path: "/admin/demandes", cookiePath: "/admin" } as const;
