import { RuleTester } from "eslint";
import { oneReader } from "./one-reader.mjs";

const errors = [{ messageId: "other" }];

describe("a datum that a schema reads in its own way", () => {
  new RuleTester().run("one-reader", oneReader, {
    valid: [
      "z.object({ email: emailText(), phone: optionalPhone() })",
      "z.object({ newEmail: emailText('Saisissez').optional() })",
      "z.object({ firstName: nameText('a', 'b'), postalCode: optionalPostalCode() })",
      "z.object({ addressLine: optionalAddressLine(), commune: optionalCommune(), birthPlace: optionalCommune('a') })",
      "z.object({ validUntil: dateBoxes() })",
      "const row = { email: z.string() };",
    ],
    invalid: [
      { code: "z.object({ email: z.string().trim() })", errors },
      { code: "z.object({ email })", errors },
      { code: "facts.extend({ newEmail: requiredText('x') })", errors },
      { code: "z.object({ identifier: requiredText('x') })", errors },
      { code: "z.object({ lastName: optionalText(300) })", errors },
      { code: "z.object({ mobile: optionalText(40) })", errors },
      { code: "z.object({ postalCode })", errors },
      { code: "z.object({ addressExtra: optionalText(200) })", errors },
      { code: "z.object({ commune: requiredText('x') })", errors },
      { code: "z.object({ birthPlace: optionalText(100) })", errors },
      { code: "z.object({ day: optionalText(2) })", errors },
    ],
  });
});
