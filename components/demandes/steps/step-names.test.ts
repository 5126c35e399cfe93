import { inscriptionScolaire } from "@/catalogue/inscription-scolaire";
import type { AttachmentView, DraftView, StepSlug } from "@/lib/demandes/types/demande";
import { newId, type DemandeId } from "@/lib/shared/ids";
import { stepStates, undecidedNext } from "./step-names";

const steps: readonly StepSlug[] = ["demarche", "informations", "demande", "documents", "recapitulatif"];
const { definition } = inscriptionScolaire;
const id = newId<DemandeId>();

type Draft = Partial<Pick<DraftView, "step" | "status" | "mode" | "answers" | "attachments" | "corrections" | "filed">>;

function seen(draft: Draft, current: StepSlug, problems: Record<string, string> = {}) {
  const whole = {
    id,
    status: "draft",
    mode: "new",
    step: "demarche",
    answers: {},
    attachments: [],
    corrections: [],
    filed: null,
    definition,
    ...draft,
  } as const;
  return stepStates(whole, steps, current, problems).map(({ state }) => state);
}

const missing = { "applicant.phone": "…", "scolarite.level": "…", "pieces.familyBook": "…" };

describe("the list of steps", () => {
  it("ticks nothing that was only skipped by its address", () => {
    expect(seen({}, "recapitulatif", missing)).toEqual(["done", "todo", "todo", "todo", "current"]);
  });

  it("never ticks the summary, in a correction either", () => {
    expect(seen({ status: "incomplete", step: "recapitulatif" }, "demande")[4]).toBe("todo");
  });

  it("ticks what was gone through and lacks nothing", () => {
    const problems = { "pieces.familyBook": "…" };
    expect(seen({ step: "documents" }, "documents", problems)).toEqual(["done", "done", "done", "current", "todo"]);
  });

  it("unticks a step that an earlier answer made incomplete", () => {
    const problems = { "parents.residence": "…" };
    expect(seen({ step: "recapitulatif" }, "recapitulatif", problems)[2]).toBe("todo");
  });

  it("keeps ticked what was done when one goes back", () => {
    const answers = { scolarite: { level: "cp" } };
    const draft = { step: "informations", answers, attachments: [{ origin: "device" } as AttachmentView] } as const;
    expect(seen(draft, "informations")).toEqual(["done", "current", "done", "done", "todo"]);
  });

  it("gives each page a step of its own", () => {
    const at = (current: StepSlug) => seen({ step: "documents" }, current).indexOf("current") + 1;
    expect([at("demande"), at("documents")]).toEqual([3, 4]);
  });

  it("does not say that the summary follows while the answers may call for a document", () => {
    const asked = (problems: Record<string, string>, here: StepSlug = "demande", places = steps) =>
      undecidedNext({ definition, mode: "new" }, places, here, problems);
    const short = steps.filter((step) => step !== "documents");
    expect(asked(missing, "demande", short)).toBe("Vos documents, selon vos réponses");
    expect(asked({}, "demande", short)).toBeNull();
    expect(asked(missing)).toBeNull();
    expect(asked(missing, "informations", short)).toBeNull();
  });

  it("does not link to what was not reached", () => {
    const draft = { id, status: "draft", mode: "new", step: "informations", answers: {}, attachments: [] } as const;
    const whole = { ...draft, definition, corrections: [], filed: null };
    const links = stepStates(whole, steps, "informations", missing).map(({ href }) => href !== undefined);
    expect(links).toEqual([true, true, false, false, false]);
  });

  describe("in a correction", () => {
    const answers = { scolarite: { level: "cm1" } };
    const file = (isFrozen: boolean) =>
      ({ fieldPath: "pieces.vaccinations", origin: "device", isFrozen }) as AttachmentView;
    const named = ["scolarite.level", "pieces.vaccinations"];
    const opened = {
      status: "incomplete",
      mode: "correction",
      step: "recapitulatif",
      corrections: named.map((fieldPath) => ({ fieldPath, reason: "incorrect", comment: "" }) as const),
      filed: { answers, files: [{ fieldPath: "pieces.vaccinations" }], on: "2026-11-21", flagged: named },
    } as const;
    const places: readonly StepSlug[] = ["demande", "documents", "recapitulatif"];
    const states = (draft: Draft, current: StepSlug) =>
      stepStates({ id, answers, attachments: [file(true)], definition, ...opened, ...draft }, places, current, {}).map(
        ({ state }) => state,
      );

    it("ticks no page whose points are as they were filed", () => {
      expect(states({}, "demande")).toEqual(["current", "todo", "todo"]);
    });

    it("ticks the page whose points were corrected, wherever one stands", () => {
      expect(states({ attachments: [file(false)] }, "demande")).toEqual(["current", "done", "todo"]);
      expect(states({ attachments: [] }, "demande")[1]).toBe("done");
      expect(states({ answers: { scolarite: { level: "cm2" } } }, "documents")).toEqual(["done", "current", "todo"]);
    });

    it("ticks no page for having been gone through as it was", () => {
      expect(states({}, "documents")).toEqual(["todo", "current", "todo"]);
      expect(states({}, "recapitulatif")).toEqual(["todo", "todo", "current"]);
    });
  });
});
