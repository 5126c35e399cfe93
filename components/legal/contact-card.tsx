import { EmailLink, PhoneLink } from "@/components/ui/contact-link";
import { Clock, Mail, MapPin, Phone } from "lucide";
import { Icon } from "@/components/ui/icon";
import type { ReactNode } from "react";
import type { Portal } from "@/lib/shared/portal";

/** Every way to reach someone: telephone, counter, post, e-mail. */
export function ContactCard({ contact }: Pick<Portal, "contact">) {
  return (
    <div className="card">
      <div className="card-head">
        <h2>{contact.service}</h2>
      </div>
      <dl className="contact-lines">
        <Line icon={<Icon of={Phone} size={20} />} label="Téléphone">
          <PhoneLink phone={contact.phone} />
        </Line>
        <Line icon={<Icon of={Mail} size={20} />} label="Courriel">
          <EmailLink email={contact.email} />
        </Line>
        <Line icon={<Icon of={MapPin} size={20} />} label="Adresse">
          {contact.address.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </Line>
        <Line icon={<Icon of={Clock} size={20} />} label="Horaires">
          {contact.hours}
        </Line>
      </dl>
    </div>
  );
}

function Line({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className="contact-line">
      <dt>
        {icon}
        {label}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
