import { FinaliseForm } from "@/components/accounts/finalise-form";
import { LinkProblem } from "@/components/layout/link-problem";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { EmailText } from "@/components/ui/email-text";
import { Notice } from "@/components/ui/notice";
import { SummaryList } from "@/components/ui/summary-list";
import { findLink } from "@/lib/accounts/queries/find-link";
import { findCarried, findLate, type CarriedView } from "@/lib/demandes/queries/find-carried";
import { readInvited } from "@/lib/web/identity/france-connect";
import { firstOf } from "@/lib/web/page/first-of";
import { withReturn } from "@/lib/web/route/return-path";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import { finaliseAction } from "./actions";

/** Opening the link consumes nothing: mail scanners open it too. « Valider » does. */
export default async function FinalisePage({ searchParams }: PageProps<"/inscription/finaliser">) {
  const jeton = firstOf((await searchParams).jeton);
  const link = await findLink(jeton, "activation");
  if (link.state !== "valid") return <DeadLink state={link.state} late={await findLate(jeton)} />;
  const [identity, carried] = await Promise.all([readInvited(link.email), findCarried(jeton)]);
  const named = identity ?? carried;
  return (
    <Page width="form">
      <PageHeading
        title="Création de votre compte"
        lead={
          <p>
            Votre courriel, <EmailText email={link.email} />, est confirmé. Il reste à compléter votre inscription.
          </p>
        }
      />
      {identity ? <p>FranceConnect sera lié à ce compte : il ouvrira votre espace, comme votre mot de passe.</p> : null}
      {carried ? <Carried carried={carried} /> : null}
      <FinaliseForm
        action={finaliseAction}
        jeton={jeton}
        email={link.email}
        values={named ? namesOf(named) : undefined}
      />
    </Page>
  );
}

type DeadProps = { state: Parameters<typeof LinkProblem>[0]["state"]; late: Awaited<ReturnType<typeof findLate>> };

/** F33: who comes late asks for another link; it carries the demande as the first one did. */
function DeadLink({ state, late }: DeadProps) {
  return (
    <LinkProblem
      state={state}
      purpose="activation"
      restart={{
        href: late ? withReturn("/inscription", late.returnTo) : "/inscription",
        label: late ? "Demander un autre lien" : "Recommencer l’inscription",
      }}
      usedAdvice="Votre compte existe déjà. Connectez-vous avec votre courriel et votre mot de passe."
      expiredAdvice={
        late
          ? `Un lien est valable ${tokenLifetime("activation")}, et seul le dernier envoyé fonctionne. Demandez-en un autre avec le même courriel : votre demande n° ${late.number} sera dans votre compte, avec ce que vous y avez indiqué. Elle est enregistrée, et le service la traite sans attendre.`
          : undefined
      }
    />
  );
}

/** A name without first name is that of somebody with one name: nobody else comes here half named. */
function namesOf({ firstName, lastName }: { firstName: string; lastName: string }) {
  return { firstName, lastName, ...(firstName === "" && lastName !== "" ? { hasOneName: "yes" } : {}) };
}

/** F33: nothing of the demande is asked again. */
function Carried({ carried: { number, rows } }: { carried: CarriedView }) {
  return (
    <Notice title={`Votre demande n°\u00a0${number}`}>
      <p>Elle sera dans votre compte dès que vous aurez validé, avec ce que vous y avez indiqué :</p>
      <SummaryList rows={rows} />
      <p>Vous pourrez le modifier dans « Mes données ».</p>
    </Notice>
  );
}
