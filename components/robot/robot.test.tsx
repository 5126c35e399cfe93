import { webcrypto } from "node:crypto";
import { TextDecoder, TextEncoder } from "node:util";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { createHash } from "node:crypto";
import { FormContext } from "@/components/ui/form/form-context";
import { idleForm } from "@/lib/shared/form-state";
import type { RobotChallenge } from "@/lib/shared/robot-fields";
import { RobotFields } from "./robot-fields";
import { solve } from "./solve";

Object.defineProperty(globalThis, "crypto", { value: webcrypto, configurable: true });
Object.assign(globalThis, { TextEncoder, TextDecoder });

const challengeOf = (number: number, maxNumber = 400): RobotChallenge => {
  const salt = "abcdef?expires=1&";
  const challenge = createHash("sha256").update(`${salt}${number}`).digest("hex");
  return { algorithm: "SHA-256", challenge, salt, signature: "s", maxNumber };
};
const answerOf = (challenge: RobotChallenge) => jest.fn(async () => ({ ok: true, json: async () => challenge }));

function draw(onSubmit = jest.fn((event: { preventDefault: () => void }) => event.preventDefault())) {
  const view = render(
    <form onSubmit={onSubmit}>
      <RobotFields time="1.s" settings={{ driver: "self-hosted" }} />
      <button type="submit">Valider</button>
    </form>,
  );
  const proof = () => view.container.querySelector<HTMLInputElement>("[name=robot-preuve]")?.value ?? "";
  return { ...view, proof, onSubmit };
}

describe("solve", () => {
  it.each([0, 1, 249, 250, 400])("finds the number %i", async (number) => {
    const text = await solve(challengeOf(number), new AbortController().signal);
    expect(JSON.parse(atob(text ?? ""))).toMatchObject({ number });
  });

  it("gives up when there is no answer, or when the page is left", async () => {
    expect(await solve(challengeOf(500, 400), new AbortController().signal)).toBeNull();
    expect(await solve(challengeOf(5), AbortSignal.abort())).toBeNull();
  });
});

describe("RobotFields", () => {
  it("shows the field of a code that was sent, to whoever comes back to the page", () => {
    Object.assign(globalThis, { fetch: answerOf(challengeOf(1)) });
    render(<RobotFields time="1.s" settings={{ driver: "self-hosted" }} isCodeSent />);
    expect(screen.getByLabelText("Code reçu par courriel")).toBeVisible();
    expect(screen.getByRole("checkbox", { name: "Recevoir un autre code" })).not.toBeChecked();
  });

  it("shows nothing to a person, and keeps the trap out of the way of the keyboard and of screen readers", () => {
    Object.assign(globalThis, { fetch: answerOf(challengeOf(1)) });
    const { container } = draw();
    const trap = container.querySelector<HTMLInputElement>("[name=site-web]");
    expect(trap?.closest("[aria-hidden=true]")).not.toBeNull();
    expect(trap?.tabIndex).toBe(-1);
    for (const [name, value] of [
      ["autocomplete", "off"],
      ["data-1p-ignore", ""],
      ["data-lpignore", "true"],
      ["data-bwignore", ""],
    ] as const)
      expect(trap?.getAttribute(name)).toBe(value);
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("puts the proof in the form by itself", async () => {
    Object.assign(globalThis, { fetch: answerOf(challengeOf(123)) });
    const { proof } = draw();
    await waitFor(() => expect(JSON.parse(atob(proof()))).toMatchObject({ number: 123 }));
  });

  it("holds back a form sent too early, says so, then sends it with its proof", async () => {
    let release: (value: unknown) => void = () => undefined;
    const gate = new Promise((resolve) => (release = resolve));
    Object.assign(globalThis, { fetch: jest.fn(() => gate) });
    const seen: string[] = [];
    const onSubmit = jest.fn((event: { preventDefault: () => void }) => {
      event.preventDefault();
      seen.push(proof());
    });
    const { proof } = draw(onSubmit);
    fireEvent.click(screen.getByRole("button", { name: "Valider" }));
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getByRole("status").textContent).toContain("Vérification automatique");

    await act(async () => release({ ok: true, json: async () => challengeOf(7) }));
    await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1));
    expect(JSON.parse(atob(seen[0] ?? ""))).toMatchObject({ number: 7 });
  });

  it("lets the form go without a proof when the server does not answer", async () => {
    Object.assign(globalThis, { fetch: jest.fn(() => Promise.reject(new Error("réseau"))) });
    const { onSubmit } = draw();
    await act(async () => undefined);
    fireEvent.click(screen.getByRole("button", { name: "Valider" }));
    await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1));
  });

  it("shows the field of the code once the server has asked for it", () => {
    Object.assign(globalThis, { fetch: answerOf(challengeOf(1)) });
    const fields = <RobotFields time="1.s" settings={{ driver: "self-hosted" }} />;
    const { rerender } = render(<FormContext value={{ state: idleForm, isPending: false }}>{fields}</FormContext>);
    expect(screen.queryByLabelText("Code reçu par courriel")).toBeNull();
    const errors = { "robot-code": "Saisissez le code." };
    const state = { status: "error" as const, errors, values: {}, attempt: 1 };
    rerender(<FormContext value={{ state, isPending: false }}>{fields}</FormContext>);
    expect(screen.getByLabelText(/Code reçu par courriel/).getAttribute("autocomplete")).toBe("one-time-code");
  });
});
