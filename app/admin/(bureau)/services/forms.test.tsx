import type { ReactNode } from "react";
import { render } from "@testing-library/react";
import { ChangeAgentForm } from "@/components/staff/agent-forms";
import { OrganisationForm } from "@/components/organisation/organisation-form";
import { ChangeServiceForm } from "@/components/organisation/service-form";
import type { AgentCard } from "@/lib/staff/types";
import type { OrganisationCard, ServiceCard } from "@/lib/organisation/types";
import type { FormState } from "@/lib/shared/form-state";

const action = async (previous: FormState): Promise<FormState> => previous;
const version = "0123456789abcdef";
const organisation = { id: "o", name: "Ville", role: "Tout", website: "", version } as unknown as OrganisationCard;
const service = { id: "s", organisationId: "o", name: "Voirie", version } as unknown as ServiceCard;
const agent = {
  id: "a",
  name: "Nadège Testard",
  role: "agent",
  wantedRole: "agent",
  serviceIds: [],
  version,
} as unknown as AgentCard;

const roles = { isOfPortal: true, organisations: [] };

const forms: [string, ReactNode][] = [
  ["organisation", <OrganisationForm key="o" action={action} title="T" organisation={organisation} />],
  ["service", <ChangeServiceForm key="s" title="T" action={action} organisations={[organisation]} service={service} />],
  ["agent", <ChangeAgentForm key="a" title="T" action={action} agent={agent} services={[]} roles={roles} alone={[]} />],
];

it.each(forms)(
  "the form of a card posts which version it has shown, and gives the page the title that says a refusal: %s",
  (_name, form) => {
    const { container } = render(form);
    expect(container.querySelector("input[name=version]")).toHaveValue(version);
    expect([...document.querySelectorAll("title")].map(({ textContent }) => textContent)).toEqual(["T"]);
  },
);
