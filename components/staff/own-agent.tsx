import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { sayRole, type OwnAgent } from "@/lib/staff/types";
import { formatDateTime } from "@/lib/shared/dates";

/** Who the agent is for the portal, and what they may change alone. */
export function OwnAgentFacts({ own }: { own: OwnAgent }) {
  return (
    <SummaryCard title="Mon accès">
      <SummaryList
        rows={[
          { label: "Nom", value: own.name },
          { label: "Courriel", value: own.email },
          { label: "Rôle", value: sayRole(own) },
          { label: "Services", value: own.serviceNames.join(", ") || "Aucun" },
          { label: "Mot de passe", value: "Choisi par vous", href: "/admin/mon-compte/mot-de-passe" },
          {
            label: "Codes de secours",
            value: `${own.codesLeft} sur 10 encore valables`,
            href: "/admin/mon-compte/codes",
            actionLabel: "Renouveler",
          },
        ]}
      />
    </SummaryCard>
  );
}

type Props = { own: OwnAgent; endOne: FormAction; endOthers: FormAction };

/** Where the agent is signed in. */
export function OwnAgentSessions({ own: { sessions }, endOne, endOthers }: Props) {
  return (
    <SummaryCard title="Mes connexions">
      <DataTable
        caption="Mes connexions"
        isCaptionHidden
        columns={[
          { label: "Appareil" },
          { label: "Ouverte le" },
          { label: "Dernière utilisation" },
          { label: "Action" },
        ]}
        rows={sessions.map((session, index) => ({
          id: session.id,
          cells: [
            session.device,
            formatDateTime(session.createdAt),
            formatDateTime(session.lastSeenAt),
            session.isCurrent ? (
              <StatusTag key="current" tone="info" label="Cette connexion" />
            ) : (
              <ActionForm
                key="end"
                action={endOne}
                label={`Fermer la connexion ${index + 1}, ${session.device}`}
                scope={session.id}
              >
                <input type="hidden" name="sessionId" value={session.id} />
                <SubmitButton
                  variant="secondary"
                  context={`la connexion ${index + 1}, du ${formatDateTime(session.createdAt)}`}
                >
                  Fermer
                </SubmitButton>
              </ActionForm>
            ),
          ],
        }))}
      />
      {sessions.length > 1 ? (
        <ActionForm action={endOthers} label="Fermer les autres connexions">
          <SubmitButton variant="secondary">Fermer toutes les autres connexions</SubmitButton>
        </ActionForm>
      ) : null}
    </SummaryCard>
  );
}
