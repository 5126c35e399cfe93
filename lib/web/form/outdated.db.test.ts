import { z } from "zod";
import { newVisit, postAs } from "@/db/test/visits";
import { database } from "@/lib/kernel/database";
import { outdatedField } from "@/lib/shared/outdated-form";
import { done } from "@/lib/shared/result";
import { formAction } from "./form-action";

jest.mock("next/headers", () => jest.requireActual<{ visitHeaders: object }>("@/db/test/visits").visitHeaders);
jest.mock("next/navigation", () => jest.requireActual<{ visitNavigation: object }>("@/db/test/visits").visitNavigation);
jest.mock("next/cache", () => ({ refresh: () => undefined }));

afterAll(() => database().$client.end());

it.each([
  ["complet", false],
  ["incomplet", true],
])(
  "a form of another build (%s) does nothing, comes back filled, and tells nobody of a fault",
  async (how, isAskedAgain) => {
    const run = jest.fn(async () => done(null));
    const action = formAction({
      ...{ name: `outdated-${how}`, who: "anyone", schema: z.object({ name: z.string() }), refusals: {} },
      ...{ run, onDone: () => "/" as const },
    });
    const back = await postAs(newVisit("203.0.113.60"), action, { name: "Zoé", [outdatedField]: how });
    expect(back).toMatchObject({ errors: {}, values: { name: "Zoé" }, asked: { mark: "À vérifier" } });
    expect(back).not.toHaveProperty("formError");
    const said = JSON.stringify(back);
    expect(said).toContain("vient d’être mis à jour");
    expect(said.includes("à donner à nouveau")).toBe(isAskedAgain);
    expect(run).not.toHaveBeenCalled();
  },
);
