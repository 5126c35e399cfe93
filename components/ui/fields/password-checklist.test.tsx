import { act, fireEvent, render, screen } from "@testing-library/react";
import { PasswordChecklist } from "./password-checklist";
import { PasswordField } from "./password-field";
import type { PasswordRule } from "./password-rules";
import { TextField } from "./text-field";

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
  { id: "strength", kind: "strength", url: "/api/force", text: "Difficile à deviner" },
];

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

afterEach(() => jest.useRealTimers());

it("ticks the strength as the server judges it, so that every tick is never followed by a refusal (T2)", async () => {
  jest.useFakeTimers();
  const asked: unknown[] = [];
  global.fetch = jest.fn(async (_url, init) => {
    const body = JSON.parse(typeof init?.body === "string" ? init.body : "") as { password: string };
    asked.push(body);
    return { ok: true, json: async () => ({ isGood: !body.password.includes("motdepasse") }) } as Response;
  });
  const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
  render(<Passwords />);
  const rest = () => act(async () => jest.advanceTimersByTimeAsync(1_500));
  const line = () => screen.getByText("Difficile à deviner", { exact: false, selector: "li > span" });
  type("Nom", "Dupont");
  type("Mot de passe", "motdepasse1");
  await rest();
  expect(asked).toEqual([]);
  expect(screen.getByRole("status")).toHaveTextContent("2 règles sur 5 sont respectées.");

  type("Mot de passe", "motdepasse123456");
  type("Confirmation du mot de passe", "motdepasse123456");
  await rest();
  expect(asked.at(-1)).toEqual({ password: "motdepasse123456", words: ["Dupont", "belleval"] });
  expect(line()).toHaveTextContent("à respecter");
  expect(screen.getByRole("status")).toHaveTextContent(
    "4 règles sur 5 sont respectées. À respecter : Difficile à deviner.",
  );
  expect(screen.getByLabelText("Mot de passe")).toHaveAccessibleDescription(
    /12 caractères au moins.*Difficile à deviner/,
  );

  type("Mot de passe", "motdepasse123456 grimpe");
  await rest();
  expect(line()).toHaveTextContent("à respecter");
  type("Mot de passe", "le chat grimpe");
  await rest();
  expect(line()).toHaveTextContent("respecté");
  type("Mot de passe", "d");
  await rest();
  expect(line()).toHaveTextContent("à respecter");
  expect(screen.getByRole("status")).toHaveTextContent("1 règle sur 5 est respectée.");
});
