import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SessionDialog } from "./session-dialog";

beforeAll(() => {
  // jsdom has no dialogs: open and close are all that matters here.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

beforeEach(() => {
  jest.useFakeTimers();
  global.fetch = jest.fn(async () => Promise.reject(new Error("no network")));
});
afterEach(() => jest.useRealTimers());

type Time = { secondsLeft: number; isLast: boolean };
const answer = (time: Time) => {
  global.fetch = jest.fn(
    async () =>
      ({ ok: time.secondsLeft > 0, status: time.secondsLeft > 0 ? 200 : 401, json: async () => time }) as Response,
  );
};
const signOut = jest.fn(async () => undefined);
const show = (isLast = false) =>
  render(
    <>
      <input aria-label="Nom" />
      <SessionDialog
        secondsLeft={600}
        isLast={isLast}
        extendUrl="/api/session"
        endedHref="/connexion"
        signOut={signOut}
        reassurance="Votre brouillon est enregistré."
      />
    </>,
  );
const wait = (seconds: number) => act(async () => jest.advanceTimersByTime(seconds * 1000));
const user = () => userEvent.setup({ advanceTimers: jest.advanceTimersByTime });

describe("the end of a session", () => {
  it("is announced 150 seconds before, not sooner", async () => {
    show();
    await wait(449);
    expect(screen.queryByRole("dialog")).toBeNull();
    await wait(2);
    expect(screen.getByRole("dialog", { name: "Vous allez être déconnecté" })).toHaveTextContent("dans 3 minutes");
    expect(screen.getByRole("dialog")).toHaveTextContent("Votre brouillon est enregistré.");
  });

  it("is put off by one press", async () => {
    show();
    await wait(460);
    answer({ secondsLeft: 1800, isLast: false });
    await user().click(screen.getByRole("button", { name: "Rester connecté" }));
    expect(global.fetch).toHaveBeenCalledWith("/api/session", { method: "POST", cache: "no-store" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("is not announced while another tab keeps the session alive", async () => {
    show();
    answer({ secondsLeft: 1700, isLast: false });
    await wait(460);
    expect(screen.queryByRole("dialog")).toBeNull();
    await wait(300);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("offers no way to put it off at the longest that a session may last, and says so", async () => {
    show(true);
    await wait(460);
    expect(screen.getByRole("dialog")).toHaveTextContent("ne peut plus être prolongée");
    expect(screen.queryByRole("button", { name: "Rester connecté" })).toBeNull();
    await user().click(screen.getByRole("button", { name: "Revenir à ma page" }));
    await wait(10);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it.each([
    ["while it may be put off", false],
    ["when it may not", true],
  ])("is brought forward by « Se déconnecter », which posts the act itself, %s", async (_when, isLast) => {
    signOut.mockClear();
    show(isLast);
    await wait(460);
    expect(screen.queryByRole("link", { name: "Se déconnecter" })).toBeNull();
    await user().click(screen.getByRole("button", { name: "Se déconnecter" }));
    expect(signOut).toHaveBeenCalledTimes(1);
  });

  it("leaves the page as it is where something was typed, and says what to do", async () => {
    show();
    fireEvent.input(screen.getByLabelText("Nom"), { target: { value: "Martin" } });
    await wait(601);
    expect(screen.getByRole("dialog", { name: "Votre session a pris fin" })).toHaveTextContent(
      "Ce que vous avez saisi est resté sur cette page",
    );
    expect(screen.getByRole("link", { name: /Se connecter/ })).toHaveAttribute("target", "_blank");
    expect(screen.getByLabelText("Nom")).toHaveValue("Martin");

    answer({ secondsLeft: 1800, isLast: false });
    await act(async () => window.dispatchEvent(new Event("focus")));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("keeps asking when the portal cannot be reached", async () => {
    show();
    await wait(460);
    await user().click(screen.getByRole("button", { name: "Rester connecté" }));
    expect(await screen.findByText(/ne répond pas/)).toBeVisible();
    expect(screen.getByRole("dialog", { name: "Vous allez être déconnecté" })).toBeInTheDocument();
  });
});
