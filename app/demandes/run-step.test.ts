import { saveStep } from "@/lib/demandes/commands/save-step";
import { anonymous } from "@/lib/kernel/actor";
import { done, refuse } from "@/lib/shared/result";
import { runDocuments, runStep } from "./run-step";

jest.mock("@/lib/demandes/commands/save-step", () => ({ saveStep: jest.fn(async () => done({ edition: 7 })) }));
jest.mock("@/lib/web/page/portal", () => ({ getPortal: jest.fn(async () => ({ contact: { address: [] } })) }));

/** Three objects are on the page; where the press of a button leads. */
async function after(intent: string, count = 3): Promise<string> {
  const flat = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`pickup.items.${index}.what`, `objet ${index}`]),
  );
  const base = { demandeId: "d" as never, step: "demande" as const, edition: 6, attempt: 0, envoi: "" };
  const led = await runStep(anonymous, { ...base, intent, flat: { ...flat, "pickup.items2.0.what": "autre" } });
  return led.ok ? led.value.to : led.reason;
}

describe("where the page comes back to", () => {
  it.each([
    ["the object just added", "add:pickup.items", 3, "&ajoute=pickup.items.3#champ-pickup.items.3"],
    ["the first one", "add:pickup.items", 0, "&ajoute=pickup.items.0#champ-pickup.items.0"],
    [
      "the object that takes the place of a removed one",
      "remove:pickup.items.0",
      3,
      "&retire=pickup.items.0#champ-pickup.items.0",
    ],
    [
      "the one before, when the last is removed",
      "remove:pickup.items.2",
      3,
      "&retire=pickup.items.2#champ-pickup.items.1",
    ],
    ["the group, when nothing is left", "remove:pickup.items.0", 1, "&retire=pickup.items.0#champ-pickup.items"],
  ])("is %s", async (_what, intent, count, place) => {
    expect(await after(intent, count)).toBe(`/demandes/d/demande?e=7${place}`);
  });
});

describe("documents that « Continuer » finds missing", () => {
  it.each([
    ["", "/demandes/d/demande/documents?verifier=3"],
    ["abc_-1", "/demandes/d/demande/documents?verifier=3&envoi=abc_-1&vu=1"],
  ])("come again, with what was said of the files just sent (%s)", async (envoi, address) => {
    jest.mocked(saveStep).mockResolvedValueOnce(refuse("invalid"));
    const form = {
      demandeId: "d" as never,
      step: "demande" as const,
      edition: 6,
      attempt: 2,
      intent: "",
      flat: {},
      envoi,
    };
    expect(await runDocuments(anonymous, form)).toEqual(done({ to: address }));
  });
});
