import { render } from "@testing-library/react";
import { FormContext } from "@/components/ui/form/form-context";
import type { FormState } from "@/lib/shared/form-state";
import { ConfirmedField } from "./edition-field";

function sentBack(state: FormState): string | undefined {
  const { container } = render(
    <FormContext value={{ state, isPending: false }}>
      <ConfirmedField />
    </FormContext>,
  );
  return container.querySelector<HTMLInputElement>("input[name=confirmed]")?.value;
}

describe("what was asked to be looked at again", () => {
  it("is sent back by the second press, as the answer gave it", () => {
    const values = { confirmed: '[["beneficiary.birthDate","1990-03-04"]]' };
    expect(sentBack({ status: "error", errors: {}, values, attempt: 1 })).toBe(values.confirmed);
  });

  it("is nothing at first", () => expect(sentBack({ status: "idle" })).toBe(""));
});
