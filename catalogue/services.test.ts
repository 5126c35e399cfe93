import { servicesNamed } from "@/lib/demarches/rules/forwarding";
import { catalogue } from "./all";
import { catalogueServices } from "./services";

it("names each service that a démarche that ships names, and no other, once", () => {
  const named = catalogue.flatMap(({ service, definition }) => [service, ...servicesNamed(definition)]);
  const known = catalogueServices.map(({ slug }) => slug);
  expect(known.toSorted()).toEqual([...new Set(named)].toSorted());
  expect(new Set(known).size).toBe(known.length);
});
