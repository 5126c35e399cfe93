import { render, screen } from "@testing-library/react";
import type { MessageView } from "@/lib/messages/types";
import { MessageList } from "./message-list";

const body = "Une équipe passe demain. ".repeat(8).trim();
const message = (author: MessageView["author"], isRead: boolean) =>
  ({ id: `${author}-${isRead}`, author, by: "Quelqu’un", body, isRead, sentAt: new Date() }) as MessageView;

describe("the messages of a demande", () => {
  it("show the beginning of what was not read yet, and what opens it", () => {
    render(
      <MessageList messages={[message("agent", false)]} side="citizen" open={() => <button>Voir la suite</button>} />,
    );
    expect(screen.getByText("Non lu")).toBeInTheDocument();
    expect(screen.queryByText(body)).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Voir la suite" })).toBeInTheDocument();
  });

  it("offer « Voir la suite » of what is cut alone", () => {
    const short = { ...message("agent", false), body: "Bonjour" };
    const open = (_: MessageView, isCut: boolean) => <button>{isCut ? "Voir la suite" : "Marquer comme lu"}</button>;
    const { rerender } = render(<MessageList messages={[short]} side="citizen" open={open} />);
    expect(screen.getByRole("button")).toHaveTextContent("Marquer comme lu");
    rerender(<MessageList messages={[message("agent", false)]} side="citizen" open={open} />);
    expect(screen.getByRole("button")).toHaveTextContent("Voir la suite");
  });

  it.each([
    ["one’s own", message("citizen", false)],
    ["read", message("agent", true)],
  ])("show whole what is %s", (_, shown) => {
    render(<MessageList messages={[shown]} side="citizen" open={() => <button>Voir la suite</button>} />);
    expect(screen.getByText(body)).toBeInTheDocument();
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
    expect(screen.queryByText("Non lu")).not.toBeInTheDocument();
  });

  it("show agents the whole of what is new, which they mark themselves", () => {
    render(<MessageList messages={[message("citizen", false)]} side="agent" />);
    expect(screen.getByText(body)).toBeInTheDocument();
    expect(screen.getByText("Non lu")).toBeInTheDocument();
  });
});
