import { render, screen } from "@testing-library/react";
import type { FormState } from "@/lib/shared/form-state";
import { newId, type OrganisationId, type ServiceId } from "@/lib/shared/ids";
import { CloseServiceForm } from "./close-service-form";
import { OrganisationList } from "./organisation-list";
import { AddServiceForm } from "./service-form";

const action = async (previous: FormState, _data: FormData): Promise<FormState> => previous;
const organisation = { id: newId<OrganisationId>(), name: "Ville", role: "Tout", website: "", closedAt: null };

it("leads from nothing to a first organisation", () => {
  render(<OrganisationList organisations={[]} isOfPortal />);
  expect(screen.getByRole("link", { name: "Ajouter un organisme" })).toHaveAttribute(
    "href",
    "/admin/services/organismes/nouveau",
  );
});

it("says of an organisation that it has no service yet", () => {
  render(<OrganisationList organisations={[{ ...organisation, services: [] }]} isOfPortal />);
  expect(screen.getByText("Aucun service.")).toBeInTheDocument();
});

it("leads who administers one organisation to its services, not to the organisation, which is the portal’s", () => {
  const lines = [{ ...organisation, services: [] }];
  const { rerender } = render(<OrganisationList organisations={lines} isOfPortal />);
  expect(screen.getByRole("link", { name: /Modifier/ })).toBeInTheDocument();
  rerender(<OrganisationList organisations={lines} isOfPortal={false} />);
  expect(screen.getByRole("heading", { name: "Ville" })).toBeInTheDocument();
  expect(screen.queryByRole("link")).toBeNull();
});

it("asks for the organisation where there are several, and for what the catalogue names alone", () => {
  const known = [{ slug: "voirie", name: "Voirie" }];
  const { rerender } = render(<AddServiceForm action={action} organisations={[organisation]} known={known} />);
  expect(screen.queryByLabelText("Organisme")).toBeNull();
  expect(screen.getByLabelText(/Démarches livrées/)).toBeInTheDocument();
  const other = { ...organisation, id: newId<OrganisationId>() };
  rerender(<AddServiceForm action={action} organisations={[organisation, other]} known={[]} />);
  expect(screen.getByLabelText("Organisme")).toBeInTheDocument();
  expect(screen.queryByLabelText(/Démarches livrées/)).toBeNull();
});

describe("closing a service", () => {
  const service = {
    id: newId<ServiceId>(),
    name: "Service voirie",
    waiting: 0,
    isBounded: false,
    demarches: [],
    heirs: [],
    aloneAgents: [],
    isHeirNeeded: false,
  };

  it("asks nothing where nothing is to be taken over", () => {
    render(<CloseServiceForm action={action} service={service} />);
    expect(screen.queryByLabelText("Service qui reprend")).toBeNull();
    expect(screen.getByText(/rien n’est à reprendre/)).toBeInTheDocument();
  });

  it("says what to do where no other service could take over, instead of a form that cannot be sent", () => {
    render(<CloseServiceForm action={action} service={{ ...service, isHeirNeeded: true, waiting: 2 }} />);
    expect(screen.getByText(/créez-en d’abord un/)).toBeInTheDocument();
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByRole("link", { name: "Revenir au service" })).toBeInTheDocument();
  });

  it("says what waits, which démarches go along, and who has no agent among those that could take over", () => {
    const heirs = [{ id: newId<ServiceId>(), name: "Service urbanisme", isFollowed: false }];
    const held = { waiting: 3, demarches: ["Stationner"], heirs, isHeirNeeded: true, aloneAgents: ["Nadège Testard"] };
    render(<CloseServiceForm action={action} service={{ ...service, ...held }} />);
    expect(screen.getByText(/3.demandes en cours/)).toBeInTheDocument();
    expect(screen.getByText("Stationner")).toBeInTheDocument();
    expect(screen.getByText(/Nadège Testard/)).toBeInTheDocument();
    expect(screen.getByRole("option", { name: "Service urbanisme (sans agent en poste)" })).toBeInTheDocument();
    expect(screen.getByLabelText(/Ses agents suivent désormais/)).toBeInTheDocument();
  });
});
