import { fileSize } from "@/lib/shared/text";
import type { Words } from "../wording/words";

export const agentDiskShort: Words<"agent.disk_short"> = ({ isFull, leftMegabytes, leastMegabytes }) => ({
  subject: isFull ? "Le portail manque de place" : "Le disque du portail se remplit",
  opening: isFull
    ? "Le portail n’a plus assez de place : il refuse les fichiers, et une demande peut ne plus s’enregistrer. Libérez de la place sur son serveur ou sur celui de sa base."
    : "Le disque du portail se remplit. Quand il sera plein, le portail refusera les fichiers, et une demande pourra ne plus s’enregistrer.",
  facts: [
    ...(leftMegabytes === null ? [] : [{ label: "Place libre", value: size(leftMegabytes) }]),
    { label: "Fichiers refusés sous", value: size(leastMegabytes) },
  ],
  action: { label: "Voir l’état du portail", path: "/admin" },
  closing: [
    isFull
      ? "Ce courriel n’est envoyé qu’une fois par jour, tant que la place manque."
      : "Ce courriel n’est envoyé qu’une fois par mois, tant que la place diminue.",
  ],
});

const size = (megabytes: number): string => fileSize(megabytes * 1_000_000);
