import { render, screen } from "@testing-library/react";
import { EmailLink, PhoneLink } from "./contact-link";

it("calls a number and writes to an address", () => {
  render(
    <p>
      <PhoneLink phone="01 99 00 00 00" /> <EmailLink email="mairie@valfleuri.example" />
    </p>,
  );
  expect(screen.getByRole("link", { name: "01 99 00 00 00" })).toHaveAttribute("href", "tel:0199000000");
  expect(screen.getByRole("link", { name: "mairie@valfleuri.example" })).toHaveAttribute(
    "href",
    "mailto:mairie@valfleuri.example",
  );
});

it("leads nowhere while the town has written neither", () => {
  const { container } = render(
    <p>
      <PhoneLink phone="téléphone à renseigner" />, <EmailLink email="courriel à renseigner" />
    </p>,
  );
  expect(container).toHaveTextContent("téléphone à renseigner, courriel à renseigner");
  expect(screen.queryByRole("link")).toBeNull();
});
