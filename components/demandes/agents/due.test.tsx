import { render, screen } from "@testing-library/react";
import { demandeStatuses } from "@/lib/vocabulary/demande-status";
import { Due } from "./due";

const dueAt = new Date("2026-03-29T10:00:00Z");

describe("« Échéance » of a demande", () => {
  it("is suspended while the person is asked to correct it, whatever was counted before", () => {
    render(<Due status="incomplete" dueAt={dueAt} isLate={false} />);
    expect(screen.getByText("Suspendue")).toBeInTheDocument();
    expect(screen.queryByText(/2026/)).not.toBeInTheDocument();
  });

  it.each(demandeStatuses.filter((status) => status !== "incomplete"))("is a day in the state %s", (status) => {
    render(<Due status={status} dueAt={dueAt} isLate={false} />);
    expect(screen.getByText(/29/)).toBeInTheDocument();
  });

  it("says who is late, and that some have none", () => {
    const { container, rerender } = render(<Due status="in_progress" dueAt={dueAt} isLate />);
    expect(screen.getByText("En retard")).toBeInTheDocument();
    rerender(<Due status="in_progress" dueAt={null} isLate={false} />);
    expect(container).toHaveTextContent("Aucune");
  });
});
