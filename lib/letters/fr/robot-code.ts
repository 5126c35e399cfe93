import type { Words } from "../wording/words";

export const robotCode: Words<"robot.code"> = ({ code, minutes }) => ({
  subject: `Votre code de vérification\u00a0: ${code}`,
  opening:
    "Recopiez ce code dans le formulaire que vous êtes en train de remplir. Il montre que vous êtes une personne.",
  facts: [{ label: "Code", value: `${code.slice(0, 3)}\u00a0${code.slice(3)}` }],
  closing: [
    `Ce code est valable ${minutes} minutes.`,
    "Si vous n’avez rien demandé, ne tenez pas compte de ce courriel.",
  ],
});
