import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import type { BackupState } from "@/lib/organisation/types";
import { formatDateTime } from "@/lib/shared/dates";
import { count, fileSize } from "@/lib/shared/text";
import { backupFailures } from "@/lib/vocabulary/backups";

/** What an administrator must know at once: that nothing would bring the portal back. */
export function BackupAlert({ state }: { state: BackupState }) {
  if (!state.isMissing) return null;
  return (
    <Notice tone="danger" title={alertTitle(state)}>
      <p>Si le serveur tombait en panne, ce que les usagers ont déposé depuis serait perdu.</p>
      {state.failed ? <p>{failureText(state.failed)}</p> : null}
      <p>
        <TextLink href="/admin/reglages/sauvegarde">Régler la sauvegarde</TextLink>
      </p>
    </Notice>
  );
}

function alertTitle({ mode, whole }: BackupState): string {
  if (whole) return `Aucune sauvegarde n’a réussi depuis le ${formatDateTime(whole.startedAt)}`;
  return mode === "portal" ? "Aucune sauvegarde n’a encore réussi" : "Le portail n’est pas sauvegardé";
}

/** Who saves, when, and how it went last. */
export function BackupSummary({ state }: { state: BackupState }) {
  const change = (
    <LinkButton href="/admin/reglages/sauvegarde" variant="secondary">
      Modifier<span className="sr-only"> la sauvegarde</span>
    </LinkButton>
  );
  return (
    <SummaryCard title="Sauvegarde" actions={change}>
      <SummaryList
        rows={[
          { label: "Qui la fait", value: makers[state.mode](state) },
          { label: "Dernière réussie", value: state.whole ? lastText(state.whole) : "Aucune" },
          ...(state.failed ? [{ label: "Dernier échec", value: failureText(state.failed) }] : []),
        ]}
      />
    </SummaryCard>
  );
}

const makers: Record<BackupState["mode"], (state: BackupState) => string> = {
  none: () => "Personne",
  portal: ({ hour, kept }) => `Le portail, chaque jour à partir de ${hour} h ; il garde les ${kept} dernières`,
  elsewhere: () => "L’hébergeur, ou la personne qui exploite le portail : le portail ne peut pas le vérifier",
};

function lastText({ startedAt, endedAt, bytes, files }: NonNullable<BackupState["whole"]>): string {
  const minutes = Math.max(1, Math.round((endedAt.getTime() - startedAt.getTime()) / 60_000));
  const parts = [`${fileSize(bytes)} de base`, count(files, "fichier")];
  return `${formatDateTime(startedAt)}, en ${count(minutes, "minute")} : ${parts.join(", ")}`;
}

function failureText({ at, failure }: NonNullable<BackupState["failed"]>): string {
  return `Échec le ${formatDateTime(at)}. ${backupFailures[failure]}`;
}
