import { render, screen } from "@testing-library/react";
import type { Failure } from "@/lib/shared/failure";
import { FailureText } from "./failure-text";

const failure: Failure = {
  kind: "broken",
  path: "/suivi",
  number: "AB12",
  fields: [],
  hasPassword: false,
  isSendable: true,
};
const show = (more: Partial<Failure>) => render(<FailureText failure={{ ...failure, ...more }} phone="01 23" />);

describe("the page of a failure", () => {
  it("speaks of a password only where there was one", () => {
    const { unmount } = show({});
    expect(screen.queryByText(/mot de passe/)).not.toBeInTheDocument();
    unmount();
    show({ hasPassword: true });
    expect(screen.getByText(/Le mot de passe vous sera redemandé\./)).toBeInTheDocument();
  });

  it("sends citizens to the town hall, agents to an administrator, with the number of the log", () => {
    const { unmount } = show({});
    expect(screen.getByRole("link", { name: "contactez-nous" })).toHaveAttribute("href", "/contact");
    unmount();
    show({ path: "/admin/demandes?etat=x" });
    expect(screen.queryByRole("link", { name: "contactez-nous" })).not.toBeInTheDocument();
    expect(screen.getByText(/prévenez un administrateur du portail/)).toHaveTextContent("AB12");
  });
});
