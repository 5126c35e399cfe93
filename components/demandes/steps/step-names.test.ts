import { inscriptionScolaire } from "@/lib/demarches/catalogue/inscription-scolaire";
import type { Answers } from "@/lib/demarches/form";
import type { AttachmentView, StepSlug } from "@/lib/demandes/types";
import { newId, type DemandeId } from "@/lib/shared/ids";
import { stepStates } from "./step-names";

const steps: readonly StepSlug[] = ["demarche", "informations", "demande", "documents", "recapitulatif"];
const { definition } = inscriptionScolaire;
const id = newId<DemandeId>();

type Draft = {
  step?: StepSlug;
  status?: "draft" | "incomplete";
  answers?: Answers;
  attachments?: readonly AttachmentView[];
};

function seen(draft: Draft, current: StepSlug, problems: Record<string, string> = {}) {
  const whole = {
    id,
    status: "draft",
    step: "demarche",
    answers: {},
    attachments: [],
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

  it("does not link to what was not reached", () => {
    const draft = { id, status: "draft", step: "informations", answers: {}, attachments: [], definition } as const;
    const links = stepStates(draft, steps, "informations", missing).map(({ href }) => href !== undefined);
    expect(links).toEqual([true, true, false, false, false]);
  });
});
