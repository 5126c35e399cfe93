import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import type { FileOutcome } from "@/lib/shared/file-outcome";
import { KeptOutcomes } from "./kept-outcomes";
import { sendFile } from "./send-file";
import { UploadForm } from "./upload-form";

const refresh = jest.fn();
const replace = jest.fn();
jest.mock("next/navigation", () => ({ useRouter: () => ({ refresh, replace }) }));
jest.mock("./send-file", () => ({ sendFile: jest.fn() }));
const send = jest.mocked(sendFile);

const file = (name: string, size = 10) => new File(["x".repeat(size)], name);
const kept = (name: string): FileOutcome => ({ name, id: `id-${name}`, refusal: null });
const said = (role: "alert" | "status") =>
  screen
    .getAllByRole(role)
    .flatMap((place) => within(place).queryAllByText(/./, { selector: "p, p > span" }))
    .map(({ textContent }) => textContent);

type Some = Partial<Parameters<typeof UploadForm>[0]>;
function Form({ room = 4, present = [], ...some }: Some & { room?: number }) {
  const limits = { room, bytes: 100, tooLarge: "Trop lourd : 100 octets au plus.", tooMany: "Quatre au plus." };
  return (
    <UploadForm
      action="/envoi"
      hidden={{ retour: "/ici#envoi" }}
      id="envoi"
      title="Livret"
      label="Choisir"
      hint="PDF"
      accept=".pdf"
      isMultiple
      limits={limits}
      present={present}
      full={<p>Tout est joint.</p>}
      {...some}
    />
  );
}

/** Read on the page, and in none of the places that speak. */
function expectNoNewsOf(name: string): void {
  for (const place of screen.getAllByRole("alert")) expect(place).toBeEmptyDOMElement();
  const [line] = screen.getAllByText(name);
  expect(line?.closest("p")).toHaveTextContent(`${name} n’est pas joint. Enregistrez-le en PDF.`);
}

const scrollIntoView = jest.fn();
Element.prototype.scrollIntoView = scrollIntoView;

beforeEach(() => {
  scrollIntoView.mockReset();
  refresh.mockReset();
  document.title = "Vos documents";
  send
    .mockReset()
    .mockImplementation(async (_form, { name }) =>
      name.endsWith(".pdf") ? kept(name) : { name, refusal: "Enregistrez-le en PDF." },
    );
});

const choose = (...files: File[]) =>
  userEvent.setup({ applyAccept: false }).upload(screen.getByLabelText("Choisir : Livret"), files);

it("keeps four of five files, says each by its name, and why one is refused", async () => {
  const { rerender } = render(<Form />);
  await choose(file("a.pdf"), file("b.docx"), file("c.pdf"), file("d.pdf"), file("e.pdf"));
  await waitFor(() => expect(refresh).toHaveBeenCalled());
  const ids = ["a.pdf", "c.pdf", "d.pdf", "e.pdf"].map((name) => `id-${name}`);
  rerender(<Form room={0} present={ids} />);
  expect(screen.getByRole("alert")).toHaveTextContent("b.docx n’est pas joint. Enregistrez-le en PDF.");
  for (const name of ["a.pdf", "c.pdf", "d.pdf", "e.pdf"]) expect(said("status")).toContain(`${name} est joint.`);
  expect(screen.getByText("Tout est joint.")).toBeInTheDocument();
  expect(document.title).toBe("Erreur\u00A0: Vos documents");
});

it("says still what became of the files when the page comes again, and says it no more on another page", async () => {
  const page = (key: number) => (
    <KeptOutcomes>
      <Form key={key} />
    </KeptOutcomes>
  );
  const { rerender, unmount } = render(page(1));
  await choose(file("a.docx"));
  await waitFor(() => expect(refresh).toHaveBeenCalled());
  rerender(page(2));
  expect(screen.getByRole("alert")).toHaveTextContent("a.docx n’est pas joint.");
  unmount();
  render(page(3));
  expect(screen.getByRole("alert")).toBeEmptyDOMElement();
});

it("says still what became of the first files once others are sent, without calling it an error any more", async () => {
  render(<Form />);
  await choose(file("a.docx"), file("b.pdf"));
  await waitFor(() => expect(refresh).toHaveBeenCalled());
  expect(document.title).toBe("Erreur\u00A0: Vos documents");
  await choose(file("c.pdf"));
  await waitFor(() => expect(send).toHaveBeenCalledTimes(3));
  await waitFor(() => expect(document.title).toBe("Vos documents"));
  expectNoNewsOf("a.docx");
});

it("is said still, and is no news, once another document of the page receives its file", async () => {
  render(
    <>
      <Form />
      <Form id="autre" label="Choisir pour l’autre" />
    </>,
  );
  await choose(file("a.docx"));
  await waitFor(() => expect(document.title).toBe("Erreur\u00A0: Vos documents"));
  const user = userEvent.setup();
  await user.upload(screen.getByLabelText("Choisir pour l’autre : Livret"), file("b.pdf"));
  await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
  expect(document.title).toBe("Vos documents");
  expectNoNewsOf("a.docx");
  await choose(file("c.docx"));
  await waitFor(() => expect(document.title).toBe("Erreur\u00A0: Vos documents"));
  expect(screen.getAllByRole("alert")[0]).toHaveTextContent(/^Erreur : c.docx n’est pas joint/);
});

it("is said still, and is no news, once another form of the page is sent", async () => {
  render(
    <>
      <Form />
      <form onSubmit={(event) => event.preventDefault()}>
        <button type="submit">Supprimer</button>
      </form>
    </>,
  );
  await choose(file("a.docx"));
  await waitFor(() => expect(document.title).toBe("Erreur\u00A0: Vos documents"));
  await userEvent.click(screen.getByRole("button", { name: "Supprimer" }));
  expect(document.title).toBe("Vos documents");
  expectNoNewsOf("a.docx");
  expect(screen.getByLabelText("Choisir : Livret")).not.toHaveAttribute("aria-invalid");
});

it("brings the page again without its old errors, where its address names files sent before a script ran", async () => {
  history.replaceState(null, "", "/ici?e=1&envoi=abc");
  render(<Form sent={[{ name: "b.docx", refusal: "Enregistrez-le en PDF." }]} />);
  await choose(file("a.pdf"));
  await waitFor(() => expect(replace).toHaveBeenCalledWith("/ici?e=1&envoi=abc&vu=1", { scroll: false }));
  history.replaceState(null, "", "/ici?e=1&envoi=abc&vu=1");
  await choose(file("c.pdf"));
  await waitFor(() => expect(refresh).toHaveBeenCalledTimes(1));
  history.replaceState(null, "", "/");
});

it("says only the last outcome of a file that is sent again", async () => {
  render(<Form />);
  send.mockResolvedValueOnce({ name: "a.pdf", refusal: "La connexion est coupée." });
  await choose(file("a.pdf"));
  expect(await screen.findByText(/La connexion est coupée/)).toBeInTheDocument();
  await choose(file("a.pdf"));
  await waitFor(() => expect(screen.getByRole("alert")).toBeEmptyDOMElement());
});

it("names what is in excess with the figure of the document, and does not send it", async () => {
  render(<Form room={1} />);
  await choose(file("a.pdf"), file("b.pdf"), file("c.pdf"));
  await waitFor(() => expect(refresh).toHaveBeenCalled());
  expect(send).toHaveBeenCalledTimes(1);
  expect(screen.getByRole("alert")).toHaveTextContent("b.pdf n’est pas joint. Quatre au plus.");
  expect(screen.getByRole("alert")).toHaveTextContent("c.pdf n’est pas joint. Quatre au plus.");
});

it("does not send what is too heavy for the document", async () => {
  render(<Form />);
  await choose(file("film.pdf", 101));
  expect(await screen.findByText(/Trop lourd/)).toBeInTheDocument();
  expect(send).not.toHaveBeenCalled();
});

it("gives the focus to what was said when the control leaves with it", async () => {
  const { rerender } = render(<Form room={1} />);
  await choose(file("a.pdf"));
  screen.getByLabelText("Choisir : Livret").focus();
  rerender(<Form room={0} present={["id-a.pdf"]} />);
  expect(screen.getByText("a.pdf").closest("#envoi")).toHaveFocus();
});

it("no longer says that a file is joined once it is removed", async () => {
  const { rerender } = render(<Form />);
  await choose(file("a.pdf"));
  rerender(<Form present={["id-a.pdf"]} />);
  expect(said("status")).toContain("a.pdf est joint.");
  rerender(<Form present={[]} />);
  expect(said("status")).not.toContain("a.pdf est joint.");
});

it("sends after the others what is chosen while they are on their way", async () => {
  let answer: (outcome: FileOutcome) => void = () => undefined;
  send.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  render(<Form />);
  await choose(file("a.pdf"));
  await choose(file("b.pdf"));
  expect(send).toHaveBeenCalledTimes(1);
  await act(async () => answer(kept("a.pdf")));
  await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
});

it("offers « Ajouter » where no script runs, and there alone", () => {
  expect(renderToString(<Form />)).toContain("Ajouter");
  render(<Form />);
  expect(screen.queryByRole("button", { name: /Ajouter/ })).not.toBeInTheDocument();
});

it("says in the HTML what became of the files sent without JavaScript", () => {
  const sent = [kept("a.pdf"), { name: "b.docx", refusal: "Enregistrez-le en PDF." }];
  const html = renderToString(<Form sent={sent} present={["id-a.pdf"]} />);
  expect(html).toContain("b.docx");
  expect(html).toContain("Enregistrez-le en PDF.");
  expect(html).toContain("a.pdf");
});

it("keeps the control that has the focus in view, whatever is said above it, and moves the page under nobody else", async () => {
  const { rerender } = render(<Form />);
  screen.getByLabelText("Choisir : Livret").focus();
  scrollIntoView.mockReset();
  await choose(file("a.pdf"));
  await waitFor(() => expect(refresh).toHaveBeenCalled());
  expect(scrollIntoView).toHaveBeenCalledWith({ block: "nearest" });
  expect(scrollIntoView.mock.contexts).toContain(screen.getByLabelText("Choisir : Livret"));
  screen.getByLabelText("Choisir : Livret").blur();
  scrollIntoView.mockReset();
  rerender(<Form present={["id-a.pdf"]} />);
  expect(scrollIntoView).not.toHaveBeenCalled();
});
