import { EmailText } from "@/components/ui/email-text";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import type { AccountSheet } from "@/lib/accounts/types/account";
import { oneNameWords } from "@/lib/shared/person-name";
import { accountKindLabels, civilityLabels, contactChannelLabels } from "@/lib/vocabulary/roles";

type Props = { account: AccountSheet; headingLevel?: 2 | 3 };

/** What the account holds of the person, by rubric, each with its own « Modifier » (F20, F69, F85). */
export function PersonalRubrics({ account, headingLevel = 2 }: Props) {
  const isProfessional = account.kind === "professional";
  const { civility, preferredContact } = account;
  const place = [account.postalCode, account.commune].filter(Boolean).join(" ");
  return (
    <>
      <SummaryCard title="Identité" headingLevel={headingLevel} actions={<Edit rubric="identite" title="Identité" />}>
        <SummaryList
          rows={[
            { label: "Civilité", value: civility && civilityLabels[civility] },
            { label: "Prénom", value: <bdi>{account.firstName || oneNameWords}</bdi> },
            { label: "Nom", value: <bdi>{account.lastName}</bdi> },
            { label: "Type de compte", value: accountKindLabels[account.kind] },
          ]}
        />
      </SummaryCard>
      <SummaryCard
        title={isProfessional ? "Adresse professionnelle" : "Adresse"}
        headingLevel={headingLevel}
        actions={<Edit rubric="adresse" title="Adresse" />}
      >
        <SummaryList
          rows={[
            { label: "Adresse", value: account.addressLine },
            { label: "Complément d’adresse", value: account.addressExtra },
            { label: "Code postal et commune", value: place },
          ]}
        />
      </SummaryCard>
      <SummaryCard
        title="Moyens de contact"
        headingLevel={headingLevel}
        actions={<Edit rubric="contact" title="Moyens de contact" />}
      >
        <SummaryList
          rows={[
            { label: isProfessional ? "Téléphone professionnel" : "Téléphone", value: account.phone },
            { label: isProfessional ? "Mobile personnel" : "Mobile", value: account.mobile },
            { label: "Moyen de contact préféré", value: contactChannelLabels[preferredContact] },
          ]}
        />
      </SummaryCard>
    </>
  );
}

/** How one signs in; each is changed by an act of its own (F63, F85). */
export function ConnectionRubric({ account, headingLevel = 2 }: Props) {
  return (
    <SummaryCard title="Authentification" headingLevel={headingLevel}>
      <SummaryList
        rows={[
          {
            label: account.kind === "professional" ? "Courriel professionnel" : "Courriel",
            value: <EmailText email={account.email} />,
            href: "/espace/compte/courriel",
          },
          { label: "Identifiant", value: account.username, href: "/espace/compte/identifiant" },
          { label: "Mot de passe", value: "Enregistré, connu de vous seul", href: "/espace/compte/mot-de-passe" },
        ]}
      />
    </SummaryCard>
  );
}

function Edit({ rubric, title }: { rubric: string; title: string }) {
  return (
    <a href={`/espace/compte/donnees/${rubric}`}>
      Modifier<span className="sr-only"> : {title}</span>
    </a>
  );
}
