import { render, screen } from "@testing-library/react";
import type { FormState } from "@/lib/shared/form-state";
import { DocumentCard } from "./document-card";

jest.mock("next/navigation", () => ({ useRouter: () => ({ refresh: jest.fn() }) }));

const action = async (previous: FormState) => previous;
const request = {
  path: "pieces.link",
  title: "Livret",
  help: null,
  isOptional: false,
  files: [],
  maxFiles: 3,
  maxMegabytes: 3,
};
const sent = [{ name: "lettre.docx", refusal: "Enregistrez-le en PDF." }];

function card(onPaper: boolean, title = "Livret") {
  return (
    <DocumentCard
      draftId="1"
      request={
        { ...request, title, path: `pieces.${title}`, onPaper } as unknown as Parameters<
          typeof DocumentCard
        >[0]["request"]
      }
      actions={{ remove: action, declareOnPaper: action, attachFromWallet: action }}
      here="/demandes/1/demande/documents?envoi=a&vu=1"
      wallet={[{ id: "p1", label: "Carte" }]}
      sent={sent}
      note={null}
    />
  );
}

it("says why a file was refused when the document will be given on paper, and asks for no file then", () => {
  const { rerender } = render(card(false));
  expect(screen.getByLabelText(/Choisir des fichiers/)).toBeInTheDocument();
  rerender(card(true));
  expect(screen.getByRole("alert")).toHaveTextContent("lettre.docx n’est pas joint.");
  expect(screen.queryByLabelText(/Choisir des fichiers/)).not.toBeInTheDocument();
  expect(screen.queryByText(/nombre de fichiers possible/)).not.toBeInTheDocument();
});

it("comes back, whatever is pressed, to the page that says what became of the files", () => {
  const { container } = render(card(false));
  const places = [...container.querySelectorAll<HTMLInputElement>("input[name=retour]")].map(({ value }) => value);
  expect(places).toHaveLength(3);
  for (const place of places) expect(place).toContain("?envoi=a&vu=1");
});

it("names each control by its document, where a page asks several", () => {
  render(
    <>
      {card(false, "Livret")}
      {card(false, "Vaccins")}
    </>,
  );
  const controls = [
    ...screen.getAllByLabelText(/^Choisir/),
    ...screen.getAllByRole("combobox"),
    ...screen.getAllByRole("button"),
  ];
  expect(controls).toHaveLength(8);
  for (const control of controls) expect(control).toHaveAccessibleName(/ : (Livret|Vaccins)$/);
});
