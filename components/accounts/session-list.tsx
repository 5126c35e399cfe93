import { DataTable } from "@/components/ui/data-table";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import type { SessionView } from "@/lib/accounts/types/account";
import { formatDateTime } from "@/lib/shared/dates";

type Props = { sessions: readonly SessionView[]; end: FormAction; endOthers: FormAction };

/** Where the account is open now; each place is closed from here, or all the others at once. */
export function SessionList({ sessions, end, endOthers }: Props) {
  return (
    <>
      <DataTable
        caption="Connexions en cours"
        isCaptionHidden
        columns={["Appareil", "Ouverte le", "Dernière utilisation", "Action"].map((label) => ({ label }))}
        rows={sessions.map((session) => ({
          id: session.sessionId,
          cells: [
            <Device key="device" session={session} />,
            formatDateTime(session.createdAt),
            formatDateTime(session.lastSeenAt),
            <End key="end" session={session} end={end} />,
          ],
        }))}
      />
      {sessions.some(({ isCurrent }) => !isCurrent) ? (
        <ActionForm action={endOthers} label="Toutes les autres connexions" className="mt-6">
          <SubmitButton variant="secondary">Fermer toutes les autres connexions</SubmitButton>
        </ActionForm>
      ) : (
        <p className="mt-6">Votre compte n’est ouvert nulle part ailleurs.</p>
      )}
    </>
  );
}

function Device({ session: { device, isCurrent } }: { session: SessionView }) {
  return (
    <>
      {device} {isCurrent ? <StatusTag tone="info" label="Cet appareil" /> : null}
    </>
  );
}

function End({ session, end }: { session: SessionView; end: FormAction }) {
  if (session.isCurrent) return <TextLink href="/deconnexion">Se déconnecter</TextLink>;
  const context = `: ${session.device}, ouverte le ${formatDateTime(session.createdAt)}`;
  return (
    <ActionForm action={end} scope={session.sessionId}>
      <HiddenFields values={{ sessionId: session.sessionId }} />
      <SubmitButton variant="plain" context={context}>
        Fermer
      </SubmitButton>
    </ActionForm>
  );
}
