import { render } from "@testing-library/react";
import type { FormState } from "@/lib/shared/form-state";
import type { ServiceId } from "@/lib/shared/ids";
import { PublishDemarchesForm } from "./publish-demarches-form";

jest.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const action = async (previous: FormState): Promise<FormState> => previous;
const demarche = {
  slug: "acte",
  title: "Acte",
  summary: "Un acte.",
  service: null,
  plannedService: "Service état civil",
};
const service = { id: "s" as ServiceId, slug: "etat-civil", name: "Service état civil", organisation: "Ville" };

it.each([
  ["something to publish", [demarche], [service]],
  ["nothing left to publish", [], [service]],
  ["nobody to answer", [demarche], []],
])("the page has one title, with %s", (_state, demarches, services) => {
  render(<PublishDemarchesForm action={action} title="Publier" {...{ demarches, services }} />);
  expect([...document.querySelectorAll("title")].map((each) => each.textContent)).toEqual(["Publier"]);
});
