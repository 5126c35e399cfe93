import type { Words } from "../wording/words";
import { noReply } from "./frame";
import { notYou } from "./parts";

export const accountUsername: Words<"account.username"> = ({ username }) => ({
  subject: "Votre identifiant",
  opening: "Vous avez demandé votre identifiant. Il sert à vous connecter, comme votre courriel.",
  facts: [{ label: "Identifiant", value: username }],
  action: { label: "Se connecter", path: "/connexion" },
  closing: [notYou, noReply],
});
