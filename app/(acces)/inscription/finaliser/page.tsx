import { FinaliseForm } from "@/components/accounts/finalise-form";
import { LinkProblem } from "@/components/layout/link-problem";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { Notice } from "@/components/ui/notice";
import { SummaryList } from "@/components/ui/summary-list";
import { findLink } from "@/lib/accounts/queries";
import { findCarried, type CarriedView } from "@/lib/demandes/queries/find-carried";
import { readInvited } from "@/lib/web/france-connect";
import { firstOf } from "@/lib/web/query-text";
import { finaliseAction } from "./actions";

/** Opening the link consumes nothing: mail scanners open it too. « Valider » does. */
export default async function FinalisePage({ searchParams }: PageProps<"/inscription/finaliser">) {
  const jeton = firstOf((await searchParams).jeton);
  const link = await findLink(jeton, "activation");
  if (link.state !== "valid")
    return (
      <LinkProblem
        state={link.state}
        purpose="activation"
        restart={{ href: "/inscription", label: "Recommencer l’inscription" }}
        usedAdvice="Votre compte existe déjà. Connectez-vous avec votre courriel et votre mot de passe."
      />
    );
  const [identity, carried] = await Promise.all([readInvited(link.email), findCarried(jeton)]);
  const named = identity ?? carried;
  return (
    <Page width="form">
      <PageHeading
        title="Création de votre compte"
        lead={
          <p>
            Votre courriel, <bdi>{link.email}</bdi>, est confirmé. Il reste à compléter votre inscription.
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

/** A name without first name is that of somebody with one name: nobody else comes here half named. */
function namesOf({ firstName, lastName }: { firstName: string; lastName: string }) {
  return { firstName, lastName, ...(firstName === "" && lastName !== "" ? { hasOneName: "yes" } : {}) };
}

/** F33: nothing of the demande is asked again. */
function Carried({ carried: { number, rows } }: { carried: CarriedView }) {
  return (
    <Notice title={`Votre demande n° ${number}`}>
      <p>Elle sera dans votre compte dès que vous aurez validé, avec ce que vous y avez indiqué :</p>
      <SummaryList rows={rows} />
      <p>Vous pourrez le modifier dans « Mes données ».</p>
    </Notice>
  );
}
