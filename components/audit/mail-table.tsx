import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { isOursToExplain, sayMailError } from "@/lib/vocabulary/mail-errors";
import { mailKindLabel } from "@/lib/vocabulary/mail-kinds";
import type { MailAbout, MailLine } from "@/lib/audit/types";
import { formatDateTime } from "@/lib/shared/dates";
import { CodedError } from "./coded-error";

type Props = { lines: readonly MailLine[]; retry: FormAction };

/** The e-mails in one state. Those that failed may be put back. */
export function MailTable({ lines, retry }: Props) {
  if (lines.length === 0) return <EmptyState title="Aucun courriel dans cet état" />;
  return (
    <DataTable
      caption="Courriels"
      isCaptionHidden
      columns={[
        { label: "Objet" },
        { label: "Pour" },
        { label: "Écrit le" },
        { label: "Suite" },
        { label: "Tentatives", isNumber: true },
        { label: "Dernière erreur" },
        { label: "Action" },
      ]}
      rows={lines.map((mail) => ({ id: mail.id, cells: cellsOf(mail, retry) }))}
    />
  );
}

function cellsOf(mail: MailLine, retry: FormAction) {
  return [
    mailKindLabel(mail.kind),
    mail.about ? <About key="about" about={mail.about} /> : "–",
    formatDateTime(mail.createdAt),
    whatNext(mail),
    mail.attempts,
    mail.lastError ? <MailError key="error" code={mail.lastError} /> : "–",
    mail.state === "failed" ? <RetryForm key="retry" mail={mail} retry={retry} /> : "–",
  ];
}

/** In words. The code of what is ours to explain alone: the words ask to give it. */
function MailError({ code }: { code: string }) {
  const words = sayMailError(code);
  return isOursToExplain(code) ? <CodedError words={words} code={code} /> : words;
}

/** Whom to tell by another way. */
function About({ about }: { about: MailAbout }) {
  const { href, label } =
    about.kind === "demande"
      ? { href: `/admin/demandes/${about.number}`, label: `Demande ${about.number}` }
      : { href: `/admin/comptes/${about.accountId}`, label: "Compte" };
  return (
    <>
      {about.person ? <bdi className="block">{about.person}</bdi> : null}
      <TextLink href={href} context={about.kind === "account" ? `de ${about.person || "la personne"}` : undefined}>
        {label}
      </TextLink>
    </>
  );
}

function RetryForm({ mail, retry }: { mail: MailLine; retry: FormAction }) {
  return (
    <ActionForm
      action={retry}
      label={`Renvoyer le courriel « ${mailKindLabel(mail.kind)} » du ${formatDateTime(mail.createdAt)}`}
    >
      <input type="hidden" name="mailId" value={mail.id} />
      <SubmitButton
        variant="secondary"
        context={`le courriel « ${mailKindLabel(mail.kind)} » du ${formatDateTime(mail.createdAt)}`}
      >
        Renvoyer
      </SubmitButton>
    </ActionForm>
  );
}

function whatNext({ state, sentAt, nextAttemptAt }: MailLine): string {
  if (state === "failed") return "Plus de tentative";
  return sentAt ? `Envoyé le ${formatDateTime(sentAt)}` : `Prochaine tentative le ${formatDateTime(nextAttemptAt)}`;
}
