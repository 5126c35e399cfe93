import type { Route } from "next";
import type { ReactNode } from "react";
import { LostMailbox } from "@/components/accounts/lost-mailbox";
import { RecallForm } from "@/components/accounts/recall-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import type { FormAction } from "@/components/ui/form/action-form";
import { senderAddress } from "@/lib/web/page/sender";
import { MailSent } from "./mail-sent";

type Props = {
  page: Route;
  title: string;
  lead: string;
  action: FormAction;
  /** `?envoye=oui`: whether the letter was asked for, and what is then said, whether or not it left. */
  isAsked: boolean;
  sentText: string;
  fields: ReactNode;
  /** Below the form. */
  children?: ReactNode;
  /** Where this person signs in; the citizens' page unless told. */
  signIn?: { href: Route; label: string };
};

const citizens = { href: "/connexion", label: "Se connecter" } as const;

/** One question whose answer is a letter: the form, then « Consultez votre messagerie ». */
export function AskLetterPage(props: Props) {
  const { page, title, lead, action, isAsked, sentText, fields, children, signIn = citizens } = props;
  const restart = { href: page, label: "Recommencer" };
  if (isAsked) return <MailSent text={sentText} sender={senderAddress()} restart={restart} signInPath={signIn.href} />;
  return (
    <Page width="form" before={<BackLink href={signIn.href}>{signIn.label}</BackLink>}>
      <PageHeading title={title} lead={lead} />
      <RecallForm action={action} title={title}>
        {fields}
      </RecallForm>
      {children}
      {signIn === citizens ? <LostMailbox /> : null}
    </Page>
  );
}
