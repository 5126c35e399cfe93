import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { SummaryCard } from "@/components/ui/summary-card";
import { TextLink } from "@/components/ui/text-link";
import type { AccountForAgent } from "@/lib/accounts/types/agent";
import { AccountKeys } from "./account-keys";

type Props = { account: AccountForAgent; validate: FormAction; reinstate: FormAction };

/** What the reader may do now: what asks no reason at once, the rest on its own page. */
export function AccountPanel({ account, validate, reinstate }: Props) {
  const { can, id, hasOpenRecovery } = account;
  const pages = [
    { isShown: can.refuseValidation, slug: "refus", label: "Refuser la validation", variant: "secondary" },
    {
      isShown: can.askReopening && !hasOpenRecovery,
      slug: "reouverture",
      label: "Rouvrir le compte",
      variant: "secondary",
    },
    {
      isShown: can.askHeld && !hasOpenRecovery,
      slug: "recuperation",
      label: can.askRecovery ? "Messagerie perdue" : "Boîte tenue par quelqu’un d’autre",
      variant: "secondary",
    },
    { isShown: can.suspend, slug: "suspension", label: "Suspendre le compte", variant: "danger" },
  ] as const;
  const shown = pages.filter(({ isShown }) => isShown);
  return (
    <SummaryCard title="Agir sur le compte">
      <div className="decision-panel">
        {can.validate ? <ActForm account={account} action={validate} label="Valider le compte" /> : null}
        {can.reinstate ? <ActForm account={account} action={reinstate} label="Lever la suspension" /> : null}
        <div className="button-stack">
          {shown.map(({ slug, label, variant }) => (
            <LinkButton key={slug} href={`/admin/comptes/${id}/${slug}`} variant={variant}>
              {label}
            </LinkButton>
          ))}
        </div>
        {shown.length > 0 || can.validate || can.reinstate ? null : <p>Rien n’est à faire pour le moment.</p>}
        {can.seeJournal ? (
          <p className="mt-4">
            <TextLink href={`/admin/journal?objet=${id}`}>Ce compte dans le journal</TextLink>
          </p>
        ) : null}
      </div>
    </SummaryCard>
  );
}

type ActProps = { account: AccountForAgent; action: FormAction; label: string };

function ActForm({ account, action, label }: ActProps) {
  return (
    <ActionForm action={action} label={label}>
      <AccountKeys account={account} />
      <SubmitButton>{label}</SubmitButton>
    </ActionForm>
  );
}
