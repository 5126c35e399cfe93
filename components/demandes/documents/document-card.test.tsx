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

function card(onPaper: boolean) {
  return (
    <DocumentCard
      draftId="1"
      request={{ ...request, onPaper } as unknown as Parameters<typeof DocumentCard>[0]["request"]}
      actions={{ remove: action, declareOnPaper: action, attachFromWallet: action }}
      here="/demandes/1/demande/documents?envoi=a&vu=1"
      wallet={[]}
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
  expect(places).toHaveLength(2);
  for (const place of places) expect(place).toContain("?envoi=a&vu=1");
});
