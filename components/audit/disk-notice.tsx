import { Notice } from "@/components/ui/notice";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import type { PlatformState } from "@/lib/audit/types";
import { fileSize } from "@/lib/shared/text";

type Props = { room: PlatformState["disk"] };

/** For administrators, while there is still something to do: files are refused below the mark, and a start too. */
export function DiskNotice({ room: { state, freeMegabytes, leastMegabytes } }: Props) {
  if (state === "enough") return null;
  const left = freeMegabytes === null ? "" : ` Il reste ${room(freeMegabytes)}.`;
  const isRoomHere = freeMegabytes !== null && freeMegabytes >= leastMegabytes;
  if (state === "full" && isRoomHere)
    return (
      <Notice tone="danger" title="Une écriture vient d’être refusée, faute de place">
        <p>
          Le portail refuse les fichiers pendant une minute, et une demande peut ne plus s’enregistrer. Il reste{" "}
          {room(freeMegabytes)} sur ce serveur{"\u00A0"}: regardez aussi celui de la base.
        </p>
      </Notice>
    );
  return state === "full" ? (
    <Notice tone="danger" title="Le disque est plein">
      <p>
        Le portail refuse les fichiers, et une demande peut ne plus s’enregistrer.{left} Libérez de la place sur le
        serveur ou sur celui de la base{"\u00A0"}: il en faut {room(leastMegabytes)}.
      </p>
    </Notice>
  ) : (
    <Notice tone="warning" title="Le disque se remplit">
      <p>
        {left.trim()} Sous {room(leastMegabytes)}, le portail refusera les fichiers.
      </p>
    </Notice>
  );
}

/** How much room the disk has, among what an administrator watches. */
export function DiskCard({ room: { state, freeMegabytes, leastMegabytes } }: Props) {
  const states = { enough: "Suffisante", low: "Faible", full: "Épuisée" } as const;
  return (
    <SummaryCard title="Place sur le disque">
      <SummaryList
        rows={[
          { label: "État", value: states[state] },
          { label: "Libre", value: freeMegabytes === null ? "Non mesurée" : room(freeMegabytes) },
          { label: "Fichiers refusés sous", value: room(leastMegabytes) },
        ]}
      />
    </SummaryCard>
  );
}

/** « 69 Go » */
function room(megabytes: number): string {
  return fileSize(megabytes * 1_000_000);
}
