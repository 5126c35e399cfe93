import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { CommuneField } from "./commune-field";

describe("postal code and commune", () => {
  const show = () =>
    render(<CommuneField postalCodeName="a.postalCode" communeName="a.commune" lookupUrl="/api/communes" />);
  const answer = (communes: unknown) => {
    global.fetch = jest.fn(async () => ({ ok: true, json: async () => ({ communes }) }) as Response);
  };

  it("lets the commune be typed until the postal code is known", () => {
    show();
    expect(screen.getByRole("textbox", { name: "Commune" })).toHaveAttribute("name", "a.commune");
  });

  it("proposes the communes of the postal code, under the same name", async () => {
    answer(["Belleval", "Montclar"]);
    show();
    await userEvent.type(screen.getByLabelText("Code postal"), "99 000");
    await screen.findByRole("option", { name: "Choisissez" });
    const select = screen.getByRole("combobox", { name: "Commune" });
    expect(global.fetch).toHaveBeenCalledWith("/api/communes?codePostal=99000", expect.anything());
    expect(select).toHaveAttribute("name", "a.commune");
    expect(select).toHaveValue("");
    expect(screen.getByRole("status")).toHaveTextContent("2 communes proposées.");
  });

  it("chooses the only one", async () => {
    answer(["Belleval"]);
    show();
    await userEvent.type(screen.getByLabelText("Code postal"), "99000");
    await screen.findByRole("option", { name: "Belleval" });
    expect(screen.getByRole("combobox", { name: "Commune" })).toHaveValue("Belleval");
  });

  /** An answer that comes when the test says so. */
  const slowAnswer = (communes: string[]) => {
    let come: () => void = () => undefined;
    const reply = { ok: true, json: async () => ({ communes }) } as Response;
    global.fetch = jest.fn(() => new Promise<Response>((resolve) => (come = () => resolve(reply))));
    return () => act(async () => come());
  };

  it("never takes away the control that has the focus: the list comes once it is left", async () => {
    const come = slowAnswer(["Amiens", "Boves"]);
    show();
    await userEvent.type(screen.getByLabelText("Code postal"), "80000");
    await userEvent.tab();
    await come();
    await userEvent.keyboard("Ami");
    expect(screen.getByLabelText("Commune")).toHaveFocus();
    expect(screen.getByLabelText("Commune")).toHaveValue("Ami");
    await userEvent.keyboard("{Backspace}{Backspace}{Backspace}");
    await userEvent.tab();
    expect(screen.getByLabelText("Commune").tagName).toBe("SELECT");
  });

  it("keeps what the browser filled, and proposes the communes beside it", async () => {
    const come = slowAnswer(["Dury", "Salouël"]);
    show();
    await userEvent.type(screen.getByLabelText("Commune"), "Salouël");
    await userEvent.type(screen.getByLabelText("Code postal"), "80480");
    await come();
    const control = screen.getByLabelText<HTMLInputElement>("Commune");
    expect(control).toHaveValue("Salouël");
    expect([...(control.list?.options ?? [])].map(({ value }) => value)).toEqual(["Dury", "Salouël"]);
  });

  it("keeps the chosen commune while its code is typed again", async () => {
    answer(["Amiens", "Boves"]);
    show();
    const code = screen.getByLabelText("Code postal");
    await userEvent.type(code, "80000");
    await screen.findByRole("option", { name: "Boves" });
    await userEvent.selectOptions(screen.getByLabelText("Commune"), "Boves");
    await userEvent.type(code, "{Backspace}0");
    await act(async () => undefined);
    expect(screen.getByLabelText("Commune")).toHaveValue("Boves");
  });

  it("neither offers the communes of the former code nor takes away what is typed while the answer is late", async () => {
    answer(["Amiens"]);
    show();
    const code = screen.getByLabelText("Code postal");
    await userEvent.type(code, "80000");
    await screen.findByRole("option", { name: "Amiens" });
    const come = slowAnswer(["Ayencourt", "Mesnil"]);
    await userEvent.clear(code);
    await userEvent.type(code, "80500");
    expect(screen.queryByRole("option", { name: "Amiens" })).toBeNull();
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
    await userEvent.tab();
    await userEvent.keyboard("Ayen");
    await come();
    expect(screen.getByLabelText("Commune")).toHaveFocus();
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
    await userEvent.tab();
    expect(screen.getByRole("combobox", { name: "Commune" })).toHaveValue("Ayen");
  });

  it("says that the commune is to choose, when the list comes empty", async () => {
    answer(["Ayencourt", "Mesnil"]);
    show();
    await userEvent.type(screen.getByLabelText("Code postal"), "80500");
    expect(await screen.findByText(/^2 communes proposées\. Choisissez la vôtre\.$/)).toBeInTheDocument();
  });

  it("says nothing of a commune where another is written", async () => {
    answer(["Amiens"]);
    show();
    await userEvent.type(screen.getByLabelText("Commune"), "Montdidier");
    await userEvent.type(screen.getByLabelText("Code postal"), "80000");
    await act(async () => undefined);
    expect(screen.getByLabelText("Commune")).toHaveValue("Montdidier");
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
  });

  it("says nothing of a code that was there when the page came, or came back", async () => {
    answer(["Ayencourt", "Mesnil"]);
    const control = { postalCodeName: "a.postalCode", communeName: "a.commune", lookupUrl: "/api/communes" };
    render(<CommuneField {...control} defaultPostalCode="80500" />);
    await screen.findByRole("option", { name: "Mesnil" });
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
  });

  it("says which, when one commune alone is found", async () => {
    answer(["Belleval"]);
    show();
    await userEvent.type(screen.getByLabelText("Code postal"), "99000");
    expect(await screen.findByText(/^Commune de ce code postal.: Belleval\.$/)).toBeInTheDocument();
  });

  it("proposes no commune of France for another country, and takes back the one that it proposed", async () => {
    answer(["Ajaccio"]);
    const control = { postalCodeName: "a.postalCode", communeName: "a.commune", lookupUrl: "/api/communes" };
    const { rerender } = render(<CommuneField {...control} />);
    await userEvent.type(screen.getByLabelText("Code postal"), "20000");
    await screen.findByRole("option", { name: "Ajaccio" });
    rerender(<CommuneField {...control} isForeign />);
    expect(screen.getByLabelText("Commune")).toHaveValue("");
    await userEvent.type(screen.getByLabelText("Commune"), "Casablanca");
    await userEvent.tab();
    expect(screen.getByRole("textbox", { name: "Commune" })).toHaveValue("Casablanca");
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
  });

  it.each([
    ["the answer is unreadable", async () => answer("none")],
    ["the network fails", async () => void (global.fetch = jest.fn(async () => Promise.reject(new Error("offline"))))],
  ])("stays a text when %s", async (_case, prepare) => {
    await prepare();
    show();
    await userEvent.type(screen.getByLabelText("Code postal"), "99000");
    await act(async () => undefined);
    expect(screen.getByRole("textbox", { name: "Commune" })).toBeVisible();
  });
});
