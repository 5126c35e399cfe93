import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { ExportView } from "@/lib/exports/types";
import { count } from "@/lib/shared/text";
import { ExportRefresher } from "./export-refresher";

const here = "/espace/compte/export";

/** How far the last copy is; said aloud when it changes. */
export function ExportStatus({ latest, canAsk }: { latest: ExportView | null; canAsk: boolean }) {
  const isUnderWay = latest?.state === "waiting" || latest?.state === "running";
  return (
    <>
      <div role="status">
        {isUnderWay ? <UnderWay latest={latest} /> : null}
        {latest?.state === "ready" ? <Notice tone="success" title="Votre copie est prête" /> : null}
        {latest?.state === "failed" ? (
          <Notice tone="danger" title="La copie n’a pas pu être préparée">
            {canAsk
              ? "Le problème vient de notre côté. Demandez-en une autre ci-dessous."
              : "Le problème vient de notre côté. Vous pourrez en demander une autre demain."}
          </Notice>
        ) : null}
      </div>
      {isUnderWay ? <ExportRefresher /> : null}
    </>
  );
}

function UnderWay({ latest }: { latest: Extract<ExportView, { state: "waiting" | "running" }> }) {
  const isCounted = latest.state === "running" && latest.total > 0;
  const said = isCounted
    ? `${count(latest.done, "élément préparé", "éléments préparés")} sur ${latest.total}`
    : "Elle va commencer dans quelques instants.";
  return (
    <Notice title="Votre copie est en préparation">
      <p id="avancement">{said}</p>
      {isCounted ? (
        <progress className="progress" aria-labelledby="avancement" max={latest.total} value={latest.done} />
      ) : null}
      <p>Vous pouvez quitter cette page : un courriel vous préviendra.</p>
      <TextLink href={here} className="inline-flex min-h-11 items-center">
        Actualiser
      </TextLink>
    </Notice>
  );
}
