import { lastList } from "@/lib/web/page/last-list";
import { lastQueueHref } from "./last-queue";

jest.mock("@/lib/web/page/last-list", () => ({ lastList: jest.fn() }));

describe("« Demandes », from a demande", () => {
  it.each([
    ["", "/admin/demandes"],
    [
      "etat=valide&demarche=acte-de-naissance&moi=oui",
      "/admin/demandes?etat=valide&demarche=acte-de-naissance&moi=oui",
    ],
    ["recherche=scelle&suite=curseur", "/admin/demandes?recherche=scelle&suite=curseur"],
    ["etat=inconnu&ailleurs=https%3A%2F%2Fmalveillant.example", "/admin/demandes"],
  ])(
    "comes back from the list « %s » to its filters, its search and its page, and nowhere else",
    async (kept, href) => {
      jest.mocked(lastList).mockResolvedValue(new URLSearchParams(kept));
      expect(await lastQueueHref()).toBe(href);
    },
  );
});
