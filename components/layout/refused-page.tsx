import type { ComponentProps } from "react";
import { BackLink } from "@/components/ui/back-link";
import { ButtonRow } from "@/components/ui/button-row";
import { RefusedForm, type Typed } from "@/components/ui/form/refused-form";
import { LinkButton } from "@/components/ui/link-button";
import type { RefusedForm as Refused } from "@/lib/shared/form-state";
import { Page } from "./page";
import { PageHeading } from "./page-heading";
import { PageTitle } from "./page-title";

type Props = {
  title: string;
  refused: Refused;
  typed?: readonly Typed[];
  /** Where the page leads when nothing was refused, and in words. */
  next: { href: ComponentProps<typeof LinkButton>["href"]; label: string };
};

/** In place of a page that its state now leads elsewhere, when it has just refused what was posted without JavaScript. */
export function RefusedPage({ title, refused, typed, next }: Props) {
  return (
    <>
      <PageTitle title={title} />
      <Page width="text" before={<BackLink href={next.href} />}>
        <PageHeading title={title} />
        <RefusedForm refused={refused} typed={typed} />
        <ButtonRow>
          <LinkButton href={next.href}>{next.label}</LinkButton>
        </ButtonRow>
      </Page>
    </>
  );
}
