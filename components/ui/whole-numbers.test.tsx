import { render } from "@testing-library/react";
import { WholeNumbers } from "./whole-numbers";

it("keeps a number in one piece, and its text as it is", () => {
  const text = "Demande n°\u00A02026-7K3M-9QX2, Acte de naissance, après 2025-AAAA-0001";
  const { container } = render(<WholeNumbers text={text} />);
  expect(container.textContent).toBe(text);
  const whole = [...container.querySelectorAll(".inline-block")].map((each) => each.textContent);
  expect(whole).toEqual(["n°\u00A02026-7K3M-9QX2", "2025-AAAA-0001"]);
});

it("leaves a text without a number alone", () => {
  const { container } = render(<WholeNumbers text="Demander un rendez-vous" />);
  expect(container.innerHTML).toBe("Demander un rendez-vous");
});
