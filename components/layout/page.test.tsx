import { render, screen, within } from "@testing-library/react";
import { AsideLink, Page } from "./page";

it("leads, from the top of the content, to the panel that stands below it on a phone", () => {
  const panel = <button type="button">Prendre en charge</button>;
  render(
    <Page aside={panel}>
      <h1>Demande</h1>
      <AsideLink>Aller à la décision</AsideLink>
    </Page>,
  );
  const href = screen.getByRole("link", { name: "Aller à la décision" }).getAttribute("href") ?? "";
  const aside = screen.getByRole("complementary");
  expect(href).toBe(`#${aside.id}`);
  expect(within(aside).getByRole("button", { name: "Prendre en charge" })).toBeVisible();
  aside.focus();
  expect(aside).toHaveFocus();
});
