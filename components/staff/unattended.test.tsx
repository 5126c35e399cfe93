import { render, screen } from "@testing-library/react";
import type { UnattendedService } from "@/lib/demandes/types/agent";
import type { AgentCard } from "@/lib/staff/types";
import type { FormState } from "@/lib/shared/form-state";
import { ChangeAgentForm, RemoveAgentForm } from "./agent-forms";
import { UnattendedNotice } from "./unattended";

const action = async (previous: FormState) => previous;
const agent = {
  id: "1",
  name: "Nadège Testard",
  role: "agent",
  wantedRole: "agent",
  serviceIds: ["v"],
} as unknown as AgentCard;
const roads = { id: "v", name: "Service voirie", waiting: 12, isBounded: false } as UnattendedService;

const roles = { isOfPortal: true, organisations: [] };

describe("before the change that leaves a service without an agent", () => {
  it.each([
    [
      "of services",
      <ChangeAgentForm
        key="c"
        title="Agent"
        action={action}
        agent={agent}
        services={[]}
        roles={roles}
        alone={[roads]}
      />,
    ],
    ["of access", <RemoveAgentForm key="r" action={action} agent={agent} alone={[roads]} />],
  ])("a removal %s says which, what waits in it, and asks a box that nothing ticks", (_name, form) => {
    const { container } = render(form);
    expect(container).toHaveTextContent("Service voirie (12 demandes à traiter)");
    const box = screen.getByRole("checkbox", { name: /^Je sais qu/ });
    expect(box).not.toBeChecked();
    expect(box).toHaveAttribute("name", "isConfirmed");
  });

  it("asks nothing where colleagues stay", () => {
    const { container } = render(<RemoveAgentForm action={action} agent={agent} alone={[]} />);
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(container).not.toHaveTextContent("Plus aucun agent");
  });
});

describe("after it, the page of the agents", () => {
  it("says it above them, without a link to where one is", () => {
    const { container } = render(<UnattendedNotice services={[roads]} isAmongAgents />);
    expect(container).toHaveTextContent("Service voirie (12 demandes à traiter)");
    expect(screen.queryByRole("link")).toBeNull();
  });
});

describe("after it, the home page of administrators", () => {
  it("shows the service and what waits in it, and leads to who may follow it", () => {
    const idle = { ...roads, name: "Service sports", waiting: 0 };
    const { container } = render(<UnattendedNotice services={[{ ...roads, isBounded: true }, idle]} />);
    expect(screen.getByRole("heading", { name: "Des demandes attendent un agent" })).toBeVisible();
    expect(container).toHaveTextContent("Service voirie (au moins 12 demandes à traiter)");
    expect(container).toHaveTextContent("Sans agent, rien à traiter : Service sports.");
    expect(screen.getByRole("link", { name: /Choisir qui les suit/ })).toHaveAttribute("href", "/admin/agents");
  });

  it("alarms for nothing where nothing waits", () => {
    render(<UnattendedNotice services={[{ ...roads, waiting: 0 }]} />);
    expect(screen.queryByText("Des demandes attendent un agent")).toBeNull();
    expect(screen.getByRole("heading", { name: "Des services n’ont pas d’agent" })).toBeVisible();
  });
});
