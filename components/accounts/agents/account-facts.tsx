import { EmailText } from "@/components/ui/email-text";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import type { AccountForAgent } from "@/lib/accounts/types/agent";
import { formatDateTime } from "@/lib/shared/dates";
import { accountKindLabels, civilityLabels, contactChannelLabels } from "@/lib/vocabulary/roles";

type Props = { account: AccountForAgent; demandes: number };

/** Who the person is, how to reach them (F51), and where the account stands. */
export function AccountFacts({ account, demandes }: Props) {
  return (
    <>
      <SummaryCard title="Identité">
        <SummaryList rows={identityOf(account)} />
      </SummaryCard>
      <SummaryCard title="Contact">
        <SummaryList rows={contactOf(account)} />
      </SummaryCard>
      <SummaryCard title="Le compte">
        <SummaryList rows={stateOf(account, demandes)} />
      </SummaryCard>
    </>
  );
}

function identityOf({ civility, name, username, kind }: AccountForAgent) {
  return [
    { label: "Nom", value: name && <bdi>{civility ? `${civilityLabels[civility]} ${name}` : name}</bdi> },
    { label: "Identifiant", value: username },
    { label: "Type de compte", value: accountKindLabels[kind] },
  ];
}

function contactOf({ preferredContact, email, phone, mobile, address }: AccountForAgent) {
  return [
    { label: "Préfère être contacté par", value: <strong>{contactChannelLabels[preferredContact]}</strong> },
    { label: "Courriel", value: <EmailText email={email} /> },
    { label: "Téléphone", value: phone },
    { label: "Mobile", value: mobile },
    { label: "Adresse", value: address.length > 0 && <bdi className="whitespace-pre-line">{address.join("\n")}</bdi> },
  ];
}

function stateOf(account: AccountForAgent, demandes: number) {
  const { createdAt, activatedAt, lastSeenAt, suspendedAt, suspensionReason, frozenAt, validationReason } = account;
  const reason = (text: string) => <span className="whitespace-pre-line">{text}</span>;
  return [
    { label: "Inscription", value: formatDateTime(createdAt) },
    { label: "Activation", value: activatedAt && formatDateTime(activatedAt) },
    { label: "Dernière connexion", value: lastSeenAt && formatDateTime(lastSeenAt) },
    { label: "Demandes déposées", value: demandes >= 100 ? "100 ou plus" : String(demandes) },
    ...(validationReason ? [{ label: "Motif du refus de validation", value: reason(validationReason) }] : []),
    ...(suspendedAt ? [{ label: "Suspendu", value: formatDateTime(suspendedAt) }] : []),
    ...(frozenAt ? [{ label: "Gelé", value: formatDateTime(frozenAt) }] : []),
    ...(suspensionReason ? [{ label: "Motif de la suspension", value: reason(suspensionReason) }] : []),
  ];
}
