import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { UnattendedService } from "@/lib/demandes/types/agent";
import { count, enumerate } from "@/lib/shared/text";

/** « Service voirie (10 demandes à traiter) » */
export function sayWaiting({ name, waiting, isBounded }: UnattendedService): string {
  if (waiting === 0) return `${name} (rien à traiter)`;
  return `${name} (${isBounded ? "au moins " : ""}${count(waiting, "demande")} à traiter)`;
}

type Props = {
  services: readonly UnattendedService[];
  /** Above the agents themselves: no link leads to where one is. */
  isAmongAgents?: boolean;
};

/** For administrators: the services whose demandes wait for nobody. */
export function UnattendedNotice({ services, isAmongAgents = false }: Props) {
  const holding = services.filter(({ waiting }) => waiting > 0);
  const idle = services.filter(({ waiting }) => waiting === 0).map(({ name }) => name);
  if (services.length === 0) return null;
  return (
    <Notice
      tone={holding.length > 0 ? "warning" : "info"}
      title={holding.length > 0 ? "Des demandes attendent un agent" : "Des services n’ont pas d’agent"}
    >
      {holding.length > 0 ? <p>Aucun agent en poste ne suit : {enumerate(holding.map(sayWaiting))}.</p> : null}
      {idle.length > 0 ? <p>Sans agent, rien à traiter : {enumerate(idle)}.</p> : null}
      {isAmongAgents ? (
        <p>Ouvrez la fiche d’un agent pour lui confier ces services, ou invitez quelqu’un.</p>
      ) : (
        <p>
          <TextLink href="/admin/agents">Choisir qui les suit</TextLink>
        </p>
      )}
    </Notice>
  );
}
