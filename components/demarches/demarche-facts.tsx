import { Clock, MapPin, Phone, ShieldCheck } from "lucide";
import { Icon } from "@/components/ui/icon";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { forwardingOf } from "@/lib/demarches/rules/forwarding";
import { delaySentence, whyUnavailable } from "@/lib/demarches/status";
import type { DemarcheView } from "@/lib/demarches/types";
import { unbroken, wholeAddress } from "@/lib/shared/text";

type Props = {
  demarche: DemarcheView;
  today: string;
  /** Whether the page has its panel « Commencer »: who has no place left is led elsewhere. */
  canStart: boolean;
};

/** Beside the démarche: how long it takes (F96), who answers, whether an account is needed. */
export function DemarcheFacts({ demarche, today, canStart }: Props) {
  const { definition, service, access } = demarche;
  return (
    <section aria-labelledby="en-bref" className="facts">
      <h2 id="en-bref">En bref</h2>
      <dl>
        <Fact icon={<Icon of={Clock} size={20} />} label="Durée maximum de traitement">
          {delaySentence(definition.maxDays)}
        </Fact>
        <Fact icon={<Icon of={ShieldCheck} size={20} />} label="Compte">
          {access === "account" ? "Nécessaire" : "Facultatif"}
        </Fact>
        <Fact icon={<Icon of={MapPin} size={20} />} label="Service">
          {forwardingOf(definition) ? (
            "Ceux que vous choisissez dans la demande"
          ) : (
            <>
              {service.name}
              <br />
              {service.organisation}
              <br />
              {wholeAddress(service.address)}
            </>
          )}
        </Fact>
        <Fact icon={<Icon of={Phone} size={20} />} label={forwardingOf(definition) ? "Renseignements" : "Téléphone"}>
          {unbroken(service.phone)}
        </Fact>
      </dl>
      {canStart && !whyUnavailable(demarche, today) ? <LinkButton href="#commencer">Commencer</LinkButton> : null}
    </section>
  );
}

function Fact({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>
        {icon}
        {label}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
