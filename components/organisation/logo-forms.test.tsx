import { render, screen } from "@testing-library/react";
import type { FormState } from "@/lib/shared/form-state";
import { LogoForms } from "./logo-forms";

jest.mock("next/navigation", () => ({ useRouter: () => ({ refresh: jest.fn() }) }));

const remove = async (previous: FormState) => previous;
const refused = { name: "logo.tiff", refusal: "Choisissez une image." };

function Forms({ src }: { src?: string }) {
  const sent = [refused, { name: "logo.svg", id: "abc", refusal: null }];
  const logo = src ? { src, width: 44, height: 44 } : null;
  return <LogoForms version="v" logo={logo} remove={remove} sendings={{ sent, envoi: "e1", note: "scellé" }} />;
}

it("posts with each form of the logo which sending the page speaks of, so that the refusal is said still", () => {
  const { container } = render(<Forms src="/api/logo/abc" />);
  const named = [...container.querySelectorAll<HTMLInputElement>("input[name=envoi]")].map(({ value }) => value);
  expect(named).toEqual(["e1", "e1"]);
  expect(container.querySelector("input[name=note]")).toHaveValue("scellé");
});

it("no longer says that a logo is joined once it is removed, and says still why another was refused", () => {
  const { rerender } = render(<Forms src="/api/logo/abc" />);
  expect(screen.getByText(/est joint/)).toHaveTextContent("logo.svg est joint.");
  rerender(<Forms />);
  expect(screen.queryByText(/est joint\./)).not.toBeInTheDocument();
  expect(screen.getByText(/Choisissez une image/)).toHaveTextContent("logo.tiff n’est pas joint.");
});
