import { render } from "@testing-library/react";
import { EmailText } from "./email-text";

const wholeOf = (email: string) => {
  const { container } = render(<EmailText email={email} />);
  expect(container.textContent).toBe(email);
  return [...container.querySelectorAll(".whitespace-nowrap")].map((each) => each.textContent);
};

it("is the address as it is written, cut before its « @ » alone where a line holds both parts", () => {
  expect(wholeOf("jean-paul@demo-ville.example")).toEqual(["jean-paul", "@demo-ville.example"]);
});

it("is cut before its points where a part is longer, and anywhere where that is not enough", () => {
  const long = "a".repeat(40);
  expect(wholeOf(`prenom.nom-de-famille.compose@${long}.org`)).toEqual([
    "prenom",
    ".nom-de-famille",
    ".compose",
    ".org",
  ]);
});

it("leaves a text that is no address whole, and nothing where there is none", () => {
  expect(wholeOf("sans-arobase")).toEqual(["sans-arobase"]);
  expect(render(<EmailText email={null} />).container.textContent).toBe("");
});
