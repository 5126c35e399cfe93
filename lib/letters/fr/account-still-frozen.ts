import type { Words } from "../wording/words";
import { comeToTheCounter, notMine, toParties } from "./frozen-account";

export const accountStillFrozen: Words<"account.still_frozen"> = ({ contact }) =>
  toParties(contact, {
    subject: "Le compte reste gelé",
    opening: "Ce qui vous avait été annoncé n’aura pas lieu : un agent l’a refusé. Le compte reste gelé.",
    paragraphs: [comeToTheCounter, notMine],
  });
