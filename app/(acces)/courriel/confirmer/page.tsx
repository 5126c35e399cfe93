import { RecallPage } from "@/app/recall-page";
import { findLink } from "@/lib/accounts/queries/find-link";
import { firstOf } from "@/lib/web/page/first-of";
import { confirmEmailChangeAction } from "./actions";

export default async function ConfirmEmailPage({ searchParams }: PageProps<"/courriel/confirmer">) {
  const jeton = firstOf((await searchParams).jeton);
  return (
    <RecallPage
      link={await findLink(jeton, "email_change")}
      jeton={jeton}
      title="Confirmer votre nouveau courriel"
      lead={() => "En validant, vous remplacez l’adresse de votre compte par celle qui a reçu ce lien."}
      action={confirmEmailChangeAction}
      problem={{
        purpose: "email_change",
        restart: { href: "/espace/compte/courriel", label: "Recommencer" },
        usedAdvice: "Votre nouveau courriel est déjà confirmé.",
      }}
    />
  );
}
