import { render, screen } from "@testing-library/react";
import { useRef } from "react";
import { FormContext } from "@/components/ui/form/form-context";
import type { GroupFieldDef } from "@/lib/demarches/form";
import { GroupView } from "./group-view";
import { useAnchorFocus } from "./use-anchor-focus";

let query = "";
jest.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams(query) }));

const objects: GroupFieldDef = {
  key: "items",
  type: "group",
  label: "Objets",
  itemLabel: "Objet",
  addLabel: "Ajouter un objet",
  min: 1,
  max: 5,
  fields: [],
};

function Page({ count }: { count: number }) {
  const root = useRef<HTMLDivElement>(null);
  useAnchorFocus(root);
  return (
    <div ref={root}>
      <GroupView field={objects} path="pickup.items" count={count} />
    </div>
  );
}

function arriveAt(address: string, count: number) {
  const [search = "", hash = ""] = address.split("#");
  query = search;
  window.history.replaceState(null, "", `/?${search}#${hash}`);
  render(<Page count={count} />);
}

it("gives the focus to the object just added, and says it", () => {
  arriveAt("e=4&ajoute=pickup.items.2#champ-pickup.items.2", 3);
  const added = screen.getByRole("group", { name: "Objet 3" });
  expect(added).toHaveFocus();
  expect(added).toHaveAccessibleDescription(/^Vous avez ajouté «.Objet 3.»\.$/);
  expect(screen.getByRole("status")).toHaveTextContent("Vous avez ajouté");
});

it("gives the focus to the object that took the place of a removed one, and says it", () => {
  arriveAt("e=5&retire=pickup.items.2#champ-pickup.items.1", 2);
  const next = screen.getByRole("group", { name: "Objet 2" });
  expect(next).toHaveFocus();
  expect(next).toHaveAccessibleDescription(/^Vous avez supprimé «.Objet 3.»\.$/);
});

it("says nothing of another group, nor of what the address makes up", () => {
  arriveAt("e=5&retire=pickup.others.2", 2);
  expect(screen.queryByRole("status")).not.toBeInTheDocument();
  query = "ajoute=pickup.items.x";
  render(<Page count={2} />);
  expect(screen.queryByRole("status")).not.toBeInTheDocument();
});

it("says it once: a page that comes back refused keeps the focus where the refusal is said", () => {
  query = "e=4&ajoute=pickup.items.2";
  window.history.replaceState(null, "", `/?${query}#champ-pickup.items.2`);
  const state = { status: "error" as const, errors: { "pickup.items.0.kind": "Choisissez…" }, values: {}, attempt: 1 };
  render(
    <FormContext value={{ state, isPending: false }}>
      <Page count={3} />
    </FormContext>,
  );
  expect(document.body).toHaveFocus();
  expect(screen.queryByRole("status")).not.toBeInTheDocument();
  expect(screen.getByRole("group", { name: "Objet 3" })).not.toHaveAccessibleDescription();
});
