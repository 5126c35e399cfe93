import { maskEmail } from "./mask-email";

it.each([
  ["marie.durand@example.org", "ma•••@example.org"],
  ["abc@example.org", "ab•••@example.org"],
  ["ab@example.org", "a•••@example.org"],
  ["a@example.org", "•••@example.org"],
  ["", "•••"],
])("hides most of « %s »", (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});
