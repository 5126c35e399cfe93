import { act, render, screen } from "@testing-library/react";
import type { RefusedForm } from "@/lib/shared/form-state";
import { UnsaidRefusal } from "./unsaid-refusal";

let mockPath = "/admin/demandes/2026-7K3M-9QX2";
jest.mock("next/navigation", () => ({ usePathname: () => mockPath }));

const refused: RefusedForm = { status: "error", errors: {}, formError: "Le compte a changé.", values: {}, attempt: 1 };
const summary = () => screen.queryByRole("group", { name: "Il y a un problème" });

beforeEach(() => {
  mockPath = "/admin/demandes/2026-7K3M-9QX2";
});

it("says what was refused, and the first error where nothing is said of the form as a whole", () => {
  const { rerender } = render(<UnsaidRefusal refused={refused} />);
  expect(summary()).toHaveTextContent("Le compte a changé.");
  rerender(<UnsaidRefusal refused={{ ...refused, formError: undefined, errors: { reason: "Saisissez le motif." } }} />);
  expect(summary()).toHaveTextContent("Saisissez le motif.");
});

it("is over once a form of the page is sent, and once the page is left", () => {
  const { unmount, container } = render(<UnsaidRefusal refused={refused} />);
  act(() => {
    container.dispatchEvent(new Event("submit", { bubbles: true }));
  });
  expect(summary()).toBeNull();
  unmount();
  const { rerender } = render(<UnsaidRefusal refused={refused} />);
  expect(summary()).not.toBeNull();
  mockPath = "/admin";
  rerender(<UnsaidRefusal refused={refused} />);
  expect(summary()).toBeNull();
});
