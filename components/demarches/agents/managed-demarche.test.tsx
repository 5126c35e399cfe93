import { render, screen } from "@testing-library/react";
import type { ManagedDemarcheCard } from "@/lib/demarches/types";
import type { FormState } from "@/lib/shared/form-state";
import { newId, type DemarcheId, type ServiceId } from "@/lib/shared/ids";
import { DemarcheFactsCard, DemarchePanel } from "./managed-demarche";
import { PublishDemarchesForm } from "./publish-demarches-form";

const action = async (previous: FormState, _data: FormData): Promise<FormState> => previous;
const service = { id: newId<ServiceId>(), slug: "voirie", name: "Service voirie", organisation: "Ville" };
const shipped = { slug: "composteur", title: "Demander un composteur", summary: "Pour un jardin." };
const demarche: ManagedDemarcheCard = {
  ...{ id: newId<DemarcheId>(), slug: "composteur", title: "Demander un composteur", theme: "Déchets" },
  ...{ service: service.name, serviceId: service.id, access: "free", isPublished: true, version: 1 },
  publishedAt: new Date("2026-11-20T09:00:00Z"),
  entrustedVersion: "seen",
};

describe("choosing what to publish", () => {
  it("says which service answers, and which one the town has not", () => {
    const demarches = [
      { ...shipped, service: "Service voirie", plannedService: "Voirie" },
      { ...shipped, slug: "autre", title: "Autre", service: null, plannedService: "Propreté" },
    ];
    render(<PublishDemarchesForm title="Publier" action={action} demarches={demarches} services={[service]} />);
    expect(screen.getByLabelText("Demander un composteur")).not.toBeChecked();
    expect(screen.getByText(/Service : Service voirie\./)).toBeInTheDocument();
    expect(screen.getByText(/« Propreté », que la ville n’a pas/)).toBeInTheDocument();
  });

  it("leads to the services where there is none, and says when all is there", () => {
    const demarches = [{ ...shipped, service: null, plannedService: "Voirie" }];
    const { rerender } = render(
      <PublishDemarchesForm title="Publier" action={action} demarches={demarches} services={[]} />,
    );
    expect(screen.getByRole("link", { name: "services" })).toHaveAttribute("href", "/admin/services");
    rerender(<PublishDemarchesForm title="Publier" action={action} demarches={[]} services={[service]} />);
    expect(screen.getByText("Toutes les démarches livrées sont déjà là")).toBeInTheDocument();
  });
});

it("offers to withdraw what is published, and to publish again what is withdrawn, which has no page to show", () => {
  const panel = (isPublished: boolean) => (
    <>
      <DemarcheFactsCard demarche={{ ...demarche, isPublished }} />
      <DemarchePanel demarche={{ ...demarche, isPublished }} unpublish={action} republish={action} />
    </>
  );
  const { rerender } = render(panel(true));
  expect(screen.getByRole("button", { name: "Retirer la démarche" })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Voir la page des habitants" })).toHaveAttribute(
    "href",
    "/demarches/composteur",
  );
  rerender(panel(false));
  expect(screen.getByRole("button", { name: "Publier de nouveau" })).toBeInTheDocument();
  expect(screen.queryByRole("link", { name: "Voir la page des habitants" })).toBeNull();
});
