import { redirect } from "next/navigation";
import { RecoveryCodeSheet } from "@/components/staff/recovery-code-sheet";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { readShownCodes } from "@/lib/web/session/shown-recovery-codes";
import { codesNotedAction } from "./actions";

/** The codes just made, until they are noted. They come sealed from the agent's own browser, and from nowhere else. */
export default async function RecoveryCodesPage() {
  const codes = await readShownCodes();
  if (!codes) redirect("/admin");
  return (
    <Page width="form">
      <PageHeading
        title="Vos codes de secours"
        lead="Si vous perdez votre téléphone, un de ces codes remplace les 6 chiffres à la connexion. Chacun sert une seule fois."
      />
      <RecoveryCodeSheet codes={codes} noted={codesNotedAction} />
    </Page>
  );
}
