import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ExpiredForm } from "@/components/accounts/expired-form";
import { FormAddress } from "@/components/ui/form/form-address";
import { findLateForm, sentAgainField } from "@/lib/web/form/expired-form";
import { pathHeader } from "@/lib/web/route/path-header";

/**
 * A page of which a form was sent after the end of the session: shown back in place of the page, which could not say whose it
 * is; and once it is sent again, the page with the answer in its own form. Any other time, the page.
 */
export async function LateForm({ children }: { children: ReactNode }) {
  const late = await findLateForm();
  if (!late) return children;
  const address = (await headers()).get(pathHeader) ?? "";
  return (
    <FormAddress address={address}>
      {late.form ? <ExpiredForm {...late.form} mark={sentAgainField} /> : children}
    </FormAddress>
  );
}
