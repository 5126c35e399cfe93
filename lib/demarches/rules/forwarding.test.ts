import { changementDAdresse } from "@/catalogue/changement-d-adresse";
import { catalogue } from "@/catalogue/all";
import type { ChoicesFieldDef, DemarcheDefinition, Field } from "../form";
import { publishDemarcheSchema } from "../schema";
import { forwardingOf, servicesChosen, servicesNamed, withReached } from "./forwarding";

const { definition } = changementDAdresse;
const chosen = (services: unknown) => servicesChosen(definition, { adresse: { services } });

describe("the services that a form chooses", () => {
  it("are those of the options ticked, each once, in the order of the form", () => {
    expect(chosen(["waste", "school"])).toEqual([
      { service: "scolarite", values: ["school"] },
      { service: "proprete-dechets", values: ["waste"] },
    ]);
    expect(chosen(undefined)).toEqual([]);
    expect(chosen({ raw: "school" })).toEqual([]);
  });

  it("are none where no option names one", () => {
    const ordinary = catalogue.filter(({ slug }) => slug !== changementDAdresse.slug);
    expect(ordinary.flatMap((entry) => servicesNamed(entry.definition))).toEqual([]);
  });

  it("are offered only where somebody reads, and the others are named", () => {
    const [section] = withReached(definition.sections, ["bibliotheques", "action-sociale"]);
    const field = section?.fields.find(({ key }) => key === "services") as ChoicesFieldDef;
    expect(field.options.map(({ value }) => value)).toEqual(["school", "parking", "waste"]);
    expect(field.help).toMatch(/Bibliothèques.*CCAS.*ne reçoivent pas/);
  });
});

describe("publication refuses", () => {
  const { season: _, ...entry } = changementDAdresse;
  const services = forwardingOf(definition)?.field as ChoicesFieldDef;
  const problems = (fields: readonly Field[], when?: DemarcheDefinition["sections"][number]["when"]) => {
    const [address, ...others] = definition.sections;
    const sections = [{ ...address, fields, when }, ...others];
    const parsed = publishDemarcheSchema.safeParse({ ...entry, definition: { ...definition, sections } });
    return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
  };
  const fields = definition.sections[0]?.fields ?? [];
  const change = (key: string, to: object) =>
    fields.map((field): Field => (field.key === key ? { ...field, ...to } : field));

  it("nothing of what ships", () => {
    expect(problems(fields)).toEqual([]);
  });

  it("a service for some options only", () => {
    const [first, ...options] = services.options;
    expect(
      problems(change("services", { options: [{ value: first?.value, label: first?.label }, ...options] })),
    ).toContain("adresse.services: a service for some options only");
  });

  it("two questions that choose services, one under a condition, and one in a group", () => {
    expect(problems([...fields, { ...services, key: "more" }])).toContain(
      "adresse.more: several fields choose services",
    );
    const when = { field: "adresse.household", isAnswered: true } as const;
    expect(problems([...fields.filter(({ key }) => key !== "services"), { ...services, when }])).toContain(
      "adresse.services: services under a condition",
    );
    const group = { key: "all", type: "group", label: "x", itemLabel: "x", addLabel: "x", min: 0, max: 2 } as const;
    expect(problems([...fields, { ...group, fields: [{ ...services, key: "inner" }] }])).toContain(
      "adresse.all.inner: services in a group",
    );
  });

  it("an account’s address abroad, or from no day", () => {
    expect(problems(change("after", { allowsAbroad: true }))).toContain(
      "adresse.after: an account has an address in France",
    );
    expect(problems(change("after", { mayUpdateAccount: { from: "adresse.household" } }))).toContain(
      "adresse.after: adresse.household is no day",
    );
  });
});
