import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { FileField } from "./file-field";
import { PasswordChecklist } from "./password-checklist";
import { PasswordField } from "./password-field";
import { isRuleMet, type PasswordRule } from "./password-rules";
import { PhoneField } from "./phone-field";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";
import { YesNoField } from "./yes-no-field";

const rules: PasswordRule[] = [
  { id: "length", kind: "length", min: 12, max: 128, text: "12 caractères au moins" },
  { id: "variety", kind: "variety", min: 6, text: "6 caractères différents" },
  {
    id: "unrelated",
    kind: "unrelated",
    names: ["lastName"],
    words: ["belleval"],
    text: "Ni votre nom ni celui de la ville",
  },
  { id: "same", kind: "same", name: "passwordConfirmation", text: "Identique à la confirmation" },
];

afterEach(() => jest.useRealTimers());

describe("a text field", () => {
  it("is labelled, described, and says when it is optional instead of starring the others", () => {
    render(
      <TextField name="address.street" label="Adresse" hint="Numéro et voie." autoComplete="street-address" optional />,
    );
    const input = screen.getByRole("textbox", { name: "Adresse (facultatif)" });
    expect(input).toHaveAttribute("id", "champ-address.street");
    expect(input).toHaveAttribute("autocomplete", "street-address");
    expect(input).toHaveAccessibleDescription("Numéro et voie.");
    expect(input).not.toBeRequired();
  });

  it("brings the keyboard of a telephone", () => {
    render(<PhoneField name="phone" label="Téléphone" />);
    expect(screen.getByLabelText("Téléphone")).toHaveAttribute("inputmode", "tel");
  });

  it("asks yes or no in a named group", () => {
    render(<YesNoField name="q" label="Êtes-vous prêt ?" defaultValue="no" />);
    expect(
      within(screen.getByRole("group", { name: "Êtes-vous prêt ?" })).getByRole("radio", { name: "Non" }),
    ).toBeChecked();
  });
});

describe("a long text", () => {
  it("states its limit in the HTML alone", () => {
    expect(renderToString(<TextArea name="m" label="Message" maxLength={20} />)).toContain(
      "Vous pouvez écrire jusqu’à 20 caractères.",
    );
  });

  it("counts what remains, speaks after a pause, and never cuts", async () => {
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    render(<TextArea name="m" label="Message" maxLength={5} />);
    await user.type(screen.getByLabelText("Message"), "abc");
    expect(screen.getByText("Il vous reste 2 caractères.")).toBeVisible();
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
    act(() => jest.advanceTimersByTime(1000));
    expect(screen.getByRole("status")).toHaveTextContent("Il vous reste 2 caractères.");
    await user.type(screen.getByLabelText("Message"), "defg");
    expect(screen.getByLabelText("Message")).toHaveValue("abcdefg");
    expect(screen.getByText("Vous avez 2 caractères en trop.")).toBeVisible();
  });
});

describe("a password", () => {
  function Passwords() {
    return (
      <form>
        <TextField name="lastName" label="Nom" />
        <PasswordField name="password" label="Mot de passe" autoComplete="new-password">
          <PasswordChecklist for="password" rules={rules} />
        </PasswordField>
        <PasswordField name="passwordConfirmation" label="Confirmation du mot de passe" autoComplete="new-password" />
      </form>
    );
  }

  it("has a button that changes its label, and no state beside it", async () => {
    render(<PasswordField name="password" label="Mot de passe" autoComplete="current-password" />);
    const button = screen.getByRole("button", { name: "Afficher le mot de passe" });
    await userEvent.click(button);
    expect(button).toHaveAccessibleName("Masquer le mot de passe");
    expect(button).not.toHaveAttribute("aria-pressed");
  });

  it("is shown and hidden by a button that exists with JavaScript only", async () => {
    render(<PasswordField name="password" label="Mot de passe" autoComplete="current-password" />);
    const input = screen.getByLabelText("Mot de passe");
    expect(input).toHaveAttribute("type", "password");
    await userEvent.click(screen.getByRole("button", { name: "Afficher le mot de passe" }));
    expect(input).toHaveAttribute("type", "text");
    await userEvent.click(screen.getByRole("button", { name: "Masquer le mot de passe" }));
    expect(input).toHaveAttribute("type", "password");
    expect(
      renderToString(<PasswordField name="password" label="Mot de passe" autoComplete="current-password" />),
    ).not.toContain("Afficher");
  });

  it("says its rules as plain text in the HTML alone", () => {
    const html = renderToString(<Passwords />);
    for (const { text } of rules) expect(html).toContain(text);
    expect(html).not.toContain("respecté");
  });

  it("ticks each rule as it is met, and announces the sum after a pause (F16)", async () => {
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    render(<Passwords />);
    const rule = (text: string) => screen.getByText(text, { exact: false, selector: "li > span" });
    await user.type(screen.getByLabelText("Nom"), "Dupont");
    await user.type(screen.getByLabelText("Mot de passe"), "dupont grimpe");
    expect(rule("12 caractères au moins")).toHaveTextContent("respecté");
    expect(rule("Ni votre nom")).toHaveTextContent("à respecter");
    act(() => jest.advanceTimersByTime(800));
    expect(screen.getByRole("status")).toHaveTextContent("2 règles sur 4 sont respectées.");

    await user.clear(screen.getByLabelText("Mot de passe"));
    await user.type(screen.getByLabelText("Mot de passe"), "le chat grimpe");
    await user.type(screen.getByLabelText("Confirmation du mot de passe"), "le chat grimpe");
    act(() => jest.advanceTimersByTime(800));
    expect(screen.getByRole("status")).toHaveTextContent("Toutes les règles du mot de passe sont respectées.");
  });

  it.each([
    ["length", "onze caract", false],
    ["length", "a".repeat(129), false],
    ["variety", "ababababababab", false],
    ["unrelated", "vive BELLEVAL toujours", false],
    ["unrelated", "vive les vacances", true],
    ["same", "", false],
  ])("judges %s of « %s »", (id, password, expected) => {
    const rule = rules.find((one) => one.id === id);
    expect(rule && isRuleMet(rule, password, () => "")).toBe(expected);
  });
});

describe("files", () => {
  const files = [{ id: "f1", name: "livret.pdf", detail: "PDF, 1,2 Mo", href: "/api/fichiers/f1" }];

  it("lists what was received, each with its own way out", () => {
    render(<FileField name="doc" label="Livret de famille" files={files} accept=".pdf" />);
    expect(screen.getByRole("link", { name: "livret.pdf" })).toHaveAttribute("href", "/api/fichiers/f1");
    const remove = screen.getByRole("button", { name: "Supprimer le fichier livret.pdf" });
    expect([remove.getAttribute("name"), remove.getAttribute("value")]).toEqual(["intent", "remove:f1"]);
    expect(screen.getByLabelText("Livret de famille")).toHaveAttribute("accept", ".pdf");
  });

  it("offers no more place when full", () => {
    const { container } = render(<FileField name="doc" label="Livret de famille" files={files} isFull />);
    expect(container.querySelector("input")).toBeNull();
    expect(screen.getByRole("group", { name: "Livret de famille" })).toBeVisible();
  });
});
