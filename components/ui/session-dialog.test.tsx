import { act, render, screen, waitFor } from "@testing-library/react";
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

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const show = () =>
  render(
    <SessionDialog
      secondsLeft={600}
      extendUrl="/api/session"
      endedHref="/connexion"
      reassurance="Votre brouillon est enregistré."
    />,
  );
const wait = (seconds: number) => act(async () => jest.advanceTimersByTime(seconds * 1000));

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
    global.fetch = jest.fn(async () => ({ ok: true, json: async () => ({ secondsLeft: 1800 }) }) as Response);
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    show();
    await wait(460);
    await user.click(screen.getByRole("button", { name: "Rester connecté" }));
    expect(global.fetch).toHaveBeenCalledWith("/api/session", { method: "POST" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});
