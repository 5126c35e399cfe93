import { complianceOf, type Accessibility } from "@/lib/shared/accessibility";
import { formatDate } from "@/lib/shared/dates";
import type { Portal } from "@/lib/shared/portal";
import { TextLink } from "@/components/ui/text-link";
import { AccessibilityHelp } from "./accessibility-help";
import { AccessibilityTests } from "./accessibility-tests";

type Props = { portal: Portal; /** Address of the portal that the statement covers. */ address: string };

/**
 * Decree n° 2019-768 of 24 July 2019, article 5: the content of the statement is set by the RGAA, and its words by whoever answers for the
 * portal (`/admin/reglages/accessibilite`).
 */
export function AccessibilityStatement({ portal, address }: Props) {
  const { accessibility, legal } = portal;
  return (
    <>
      <p>
        {legal.publisher} s’engage à rendre ce portail accessible, conformément à l’article 47 de la loi n° 2005-102 du
        11 février 2005.
      </p>
      <Plans {...accessibility} />
      <p>Cette déclaration d’accessibilité s’applique à {address}.</p>

      <h2>État de conformité</h2>
      <p>
        Ce portail est <strong>{complianceOf(accessibility)}</strong> avec le référentiel général d’amélioration de
        l’accessibilité (RGAA), version 4.1.2{accessibility.audit ? "." : ", faute d’audit."}
      </p>

      <h2>Résultats des tests</h2>
      <Audit audit={accessibility.audit} />

      <h2>Contenus non accessibles</h2>
      <Contents {...accessibility} />

      <h2>Établissement de cette déclaration</h2>
      <p>Elle a été établie le {formatDate(accessibility.statedOn)}.</p>
      <AccessibilityTests />
      <AccessibilityHelp contact={portal.contact} />
    </>
  );
}

function Plans({ schemeUrl, planUrl }: Accessibility) {
  return (
    <>
      <p>À cette fin, sont mis en œuvre :</p>
      <ul>
        <li>
          {schemeUrl ? (
            <TextLink href={schemeUrl}>le schéma pluriannuel de mise en accessibilité</TextLink>
          ) : (
            "un schéma pluriannuel de mise en accessibilité, qui n’est pas encore publié ;"
          )}
        </li>
        <li>
          {planUrl ? (
            <TextLink href={planUrl}>le plan d’actions de l’année</TextLink>
          ) : (
            "un plan d’actions pour l’année, qui n’est pas encore publié."
          )}
        </li>
      </ul>
    </>
  );
}

function Audit({ audit }: Pick<Accessibility, "audit">) {
  if (!audit)
    return (
      <p>
        Aucun audit complet n’a encore été fait par une personne qualifiée, et la règle veut qu’un site non audité soit
        déclaré non conforme. Les essais automatiques décrits plus bas ne remplacent ni un audit, ni l’avis des
        personnes concernées.
      </p>
    );
  return (
    <p>
      L’audit de conformité fait par {audit.auditor} le {formatDate(audit.date)} révèle que{" "}
      {audit.rate.toLocaleString("fr-FR")}&nbsp;% des critères du RGAA sont respectés.
    </p>
  );
}

function Contents({ audit, defects, exemptions }: Accessibility) {
  return (
    <>
      <h3>Non-conformités</h3>
      {defects.length > 0 ? (
        <Lines lines={defects} />
      ) : (
        <p>
          {audit
            ? "Aucune n’est connue."
            : "Aucune n’est connue à ce jour. Sans audit, la liste ne peut pas être complète."}
        </p>
      )}
      <h3>Dérogations pour charge disproportionnée</h3>
      {exemptions.length > 0 ? <Lines lines={exemptions} /> : <p>Aucune.</p>}
      <h3>Contenus non soumis à l’obligation d’accessibilité</h3>
      <p>
        Les documents que les usagers déposent dans leurs démarches et dans leur porte-documents, et ceux que des tiers
        leur ont remis.
      </p>
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line, at) => (
        <li key={at}>{line}</li>
      ))}
    </ul>
  );
}
