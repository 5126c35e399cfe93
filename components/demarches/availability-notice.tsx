import { Notice } from "@/components/ui/notice";
import {
  personalQuotaSentence,
  quotaSentence,
  seasonSentence,
  whyUnavailable,
  type Unavailable,
} from "@/lib/demarches/status";
import type { DemarcheView } from "@/lib/demarches/types";

type Props = { demarche: DemarcheView; today: string };

const titles: Record<Unavailable, string> = {
  not_open_yet: "Cette démarche n’est pas encore ouverte",
  closed: "Cette démarche est fermée",
  quota_reached: "Le quota est atteint",
};

/** F88, X49: why it cannot be begun, or until when and how many times it can. Nothing for a démarche without limits. */
export function AvailabilityNotice({ demarche, today }: Props) {
  const reason = whyUnavailable(demarche, today);
  const limits = [
    seasonSentence(demarche, today),
    quotaSentence(demarche),
    personalQuotaSentence(demarche.quotaPerPerson),
  ];
  const sentences = limits.filter((sentence) => sentence !== null);
  if (sentences.length === 0) return null;
  const advice = reason ? `Pour toute question, appelez le ${demarche.service.phone}.` : "";
  return (
    <Notice tone={reason ? "warning" : "info"} title={reason ? titles[reason] : "À savoir avant de commencer"}>
      <p>{[...sentences, advice].filter(Boolean).join(" ")}</p>
    </Notice>
  );
}
