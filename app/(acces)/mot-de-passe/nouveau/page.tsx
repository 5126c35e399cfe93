import { NewPasswordForm } from "@/components/accounts/new-password-form";
import { LinkProblem } from "@/components/layout/link-problem";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { findLink } from "@/lib/accounts/queries/find-link";
import { firstOf } from "@/lib/web/page/first-of";
import { resetPasswordAction } from "./actions";

/** Opening the link consumes nothing; « Valider » does. */
export default async function NewPasswordPage({ searchParams }: PageProps<"/mot-de-passe/nouveau">) {
  const jeton = firstOf((await searchParams).jeton);
  const link = await findLink(jeton, "password_reset");
  if (link.state !== "valid")
    return (
      <LinkProblem
        state={link.state}
        purpose="password_reset"
        restart={{ href: "/mot-de-passe-oublie", label: "Demander un autre lien" }}
        usedAdvice="Votre mot de passe a déjà été changé avec ce lien. Connectez-vous, ou demandez un autre lien."
      />
    );
  return (
    <Page width="form">
      <PageHeading title="Choisir un nouveau mot de passe" />
      <NewPasswordForm action={resetPasswordAction} jeton={jeton} email={link.email} />
    </Page>
  );
}
