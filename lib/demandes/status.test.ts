import { demandeStatuses, isWaiting, waitingStatuses, type DemandeStatus } from "@/lib/vocabulary/demande-status";
import {
  canEdit,
  canHavePdf,
  canMove,
  isClosed,
  isOpen,
  isReopening,
  movesFrom,
  needsReason,
  submitsTo,
  type Mover,
} from "./status";

/** The table of status.ts, written a second time, as sentences: whoever changes one must change the other. */
const spec = `
  citizen: draft > pending
  citizen: pending > pending cancelled
  citizen: in_progress > cancelled
  citizen: incomplete > rectified cancelled
  citizen: rectified > cancelled
  agent: pending > in_progress complete incomplete rejected cancelled
  agent: in_progress > complete incomplete rejected cancelled
  agent: incomplete > complete rejected cancelled
  agent: rectified > in_progress complete incomplete rejected cancelled
  agent: complete > validated incomplete rejected cancelled
  agent: validated > in_progress
  agent: rejected > in_progress`;

const allowed = new Set(
  spec
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [mover = "", from = "", targets = ""] = line.trim().split(/: | > /);
      return targets.split(" ").map((to) => `${mover} ${from} ${to}`);
    }),
);

const movers: Mover[] = ["citizen", "agent"];
const cells = movers.flatMap((mover) =>
  demandeStatuses.flatMap((from) => demandeStatuses.map((to) => [mover, from, to] as const)),
);

describe("who moves a demande where", () => {
  it.each(cells)("%s: %s → %s", (mover, from, to) => {
    expect(canMove(from, to, mover)).toBe(allowed.has(`${mover} ${from} ${to}`));
  });

  it("names every allowed move of the specification", () => {
    expect(cells.filter(([mover, from, to]) => canMove(from, to, mover))).toHaveLength(allowed.size);
  });

  it("lists the moves of each side", () => {
    expect(movesFrom("complete", "agent")).toEqual(["incomplete", "rejected", "cancelled", "validated"]);
    expect(movesFrom("complete", "citizen")).toEqual([]);
  });
});

describe("what its owner opens (F49)", () => {
  const forms: DemandeStatus[] = ["draft", "pending", "incomplete"];
  const pdfs: DemandeStatus[] = ["validated", "in_progress", "rectified", "complete", "rejected", "cancelled"];

  it.each(demandeStatuses)("%s: the form or the PDF, never both", (status) => {
    expect(canEdit(status)).toBe(forms.includes(status));
    expect(canHavePdf(status)).toBe(pdfs.includes(status));
  });

  it.each(demandeStatuses)("%s: submitting leads to a state that its owner may reach, or nowhere", (status) => {
    const to = submitsTo(status);
    expect(to === null).toBe(!forms.includes(status));
    if (to) expect(canMove(status, to, "citizen")).toBe(true);
  });
});

describe("whom a demande waits for", () => {
  it("waits for the service while it is filed, open and nothing is missing", () => {
    expect(demandeStatuses.filter(isWaiting)).toEqual(
      demandeStatuses.filter((status) => isOpen(status) && status !== "incomplete"),
    );
    expect([...waitingStatuses].sort()).toEqual(["complete", "in_progress", "pending", "rectified"]);
  });
});

describe("reasons and ends", () => {
  it("asks a reason for what the citizen must be told", () => {
    const asking = cells.filter(
      ([mover, from, to]) => mover === "agent" && canMove(from, to, mover) && needsReason(from, to),
    );
    expect(new Set(asking.map(([, , to]) => to))).toEqual(
      new Set(["rejected", "cancelled", "incomplete", "in_progress"]),
    );
    expect(needsReason("pending", "in_progress")).toBe(false);
  });

  it("closes three states, and reopens two of them", () => {
    expect(demandeStatuses.filter(isClosed)).toEqual(["rejected", "cancelled", "validated"]);
    const reopenings = cells.filter(([mover, from, to]) => canMove(from, to, mover) && isReopening(from, to));
    expect(reopenings.map(([mover, from]) => `${mover} ${from}`)).toEqual(["agent rejected", "agent validated"]);
  });
});
