import type { ReactNode } from "react";
import { LinkProblem } from "@/components/layout/link-problem";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import type { FormAction } from "@/components/ui/form/action-form";
import type { DeadLink } from "@/lib/vocabulary/tokens";
import { RecallForm } from "@/components/accounts/recall-form";

type Problem = Omit<Parameters<typeof LinkProblem>[0], "state">;
type Props = {
  /** What the link opens today. */
  link: { state: "valid"; email: string } | { state: DeadLink };
  jeton: string;
  title: string;
  /** What the button does, of the address that received the link. */
  lead: (email: string) => ReactNode;
  action: FormAction;
  label?: string;
  /** Said of a link that opens nothing. */
  problem: Problem;
};

/** A link of a letter: opening it consumes nothing, since mail scanners open it too. The button does. */
export function RecallPage({ link, jeton, title, lead, action, label, problem }: Props) {
  if (link.state !== "valid") return <LinkProblem {...problem} state={link.state} />;
  return (
    <Page width="form">
      <PageHeading title={title} lead={lead(link.email)} />
      <RecallForm action={action} title={title} label={label}>
        <HiddenFields values={{ jeton }} />
      </RecallForm>
    </Page>
  );
}
