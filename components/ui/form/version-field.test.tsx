import { render } from "@testing-library/react";
import type { FormState } from "@/lib/shared/form-state";
import { FormContext } from "./form-context";
import { VersionField } from "./version-field";

function posted(state: FormState): string | undefined {
  const { container } = render(
    <FormContext value={{ state, isPending: false }}>
      <VersionField version="seen" />
    </FormContext>,
  );
  return container.querySelector<HTMLInputElement>("input[name=version]")?.value;
}

it("a form carries the version that its page showed, and after a refusal the one that it was told", () => {
  expect(posted({ status: "idle" })).toBe("seen");
  expect(posted({ status: "error", errors: {}, values: { version: "now" }, attempt: 1 })).toBe("now");
});
