import type { Route } from "next";

/** What the acts on an account answer alike. */
export const changed = {
  changed_meanwhile:
    "Ce compte a changé depuis l’affichage de votre page. Rien n’a été enregistré cette fois. Ouvrez à nouveau le compte pour voir qui a agi, et ce qui a changé.",
};

/** Back to the sheet, with what was done. */
export const toAccount = (message: string) => (value: { accountId: string }) => ({
  to: `/admin/comptes/${value.accountId}` as Route,
  message,
});
