import { z } from "zod";
import { changedSince } from "@/lib/kernel/seen-version";
import { asSeen } from "./changed-meanwhile";

it("a form posted without a version has seen nothing: it is refused", () => {
  const form = asSeen(z.object({ town: z.string() }).transform(({ town }) => ({ name: town })));
  expect(form.parse({ town: "A", version: "v" })).toEqual({ name: "A", version: "v" });
  const { version } = form.parse({ town: "A" });
  expect(changedSince(version, { town: "A" })).not.toBeNull();
});
