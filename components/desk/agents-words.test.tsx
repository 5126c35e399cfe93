import { render, screen } from "@testing-library/react";
import type { AccountLine } from "@/lib/accounts/types/agent";
import type { PlatformState, TaskLine } from "@/lib/audit/types";
import type { BackupState } from "@/lib/organisation/types";
import { AccountTable } from "@/components/accounts/agents/account-table";
import { FinaliseForm } from "@/components/accounts/finalise-form";
import type { FormState } from "@/lib/shared/form-state";
import { JournalFilters } from "@/components/audit/journal-filters";
import { PlatformAlerts, PlatformPanel } from "@/components/audit/platform-panel";
import { QueueTable } from "@/components/demandes/agents/queue-table";

const run = { startedAt: new Date("2026-11-30T01:00:00Z"), outcome: "done", handled: 3 } as unknown as TaskLine["last"];
const task = (name: string, label: string, last: TaskLine["last"]) =>
  ({
    name,
    label,
    rhythm: "Chaque jour",
    last,
    next: null,
    isLate: false,
    silentSince: null,
    succeededAt: null,
  }) as TaskLine;

const state: PlatformState = {
  disk: { state: "enough", freeMegabytes: 69_199, leastMegabytes: 200 },
  drivers: [{ port: "Antivirus", driver: "Les fichiers ne sont pas contrôlés", isEmbedded: true, isMissing: true }],
  mails: { failed: 0, waiting: 0, limit: 100, oldestWaiting: null },
  tasks: [task("courriels", "Envoie les courriels en attente.", run), task("menage", "Efface le périmé.", null)],
  stoppedSince: null,
};
const backup = { mode: "none", isMissing: false, whole: null, failed: null } as unknown as BackupState;

describe("the home page of administrators", () => {
  it("names tasks in French, never by their code, and alarms for none that did not have to run", () => {
    render(<PlatformPanel state={state} backup={backup} />);
    expect(screen.getByText("Envoie les courriels en attente.")).toBeVisible();
    expect(screen.queryByText(/^(courriels|menage)$/)).toBeNull();
    expect(screen.queryByText("Efface le périmé.")).toBeNull();
    expect(screen.getByText("Terminée")).toHaveClass("tag-success");
  });

  it("warns that no antivirus looks at the files", () => {
    render(<PlatformPanel state={state} backup={backup} />);
    expect(screen.getByText("Aucun", { selector: ".tag" })).toHaveClass("tag-attention");
  });

  it("says what must be acted on apart, to stand at the top of the page", () => {
    const missing = { ...backup, isMissing: true };
    const failing = { ...state, mails: { ...state.mails, failed: 2 } };
    const { unmount } = render(<PlatformPanel state={failing} backup={missing} />);
    expect(screen.queryByText("Le portail n’est pas sauvegardé")).toBeNull();
    unmount();
    render(<PlatformAlerts state={failing} backup={missing} />);
    expect(screen.getByText("Le portail n’est pas sauvegardé")).toBeVisible();
    expect(screen.getByText("Des courriels ne partent pas")).toBeVisible();
  });

  it("says the room of the disk in gigaoctets", () => {
    render(<PlatformPanel state={state} backup={backup} />);
    expect(screen.getByText("69 Go")).toBeVisible();
  });
});

describe("a form that says what is compulsory", () => {
  const action = async (previous: FormState) => previous;
  it("does not say so of filters, which are all optional", () => {
    render(<JournalFilters action={action} params={{}} agents={[]} />);
    expect(screen.queryByText(/obligatoires/)).toBeNull();
  });

  it("marks the box that may be left, at sign-up", () => {
    render(<FinaliseForm action={action} jeton="x" email="a@exemple.fr" />);
    expect(screen.getByText("Tous les champs sont obligatoires, sauf mention contraire.")).toBeVisible();
    expect(screen.getByRole("checkbox", { name: /un seul nom \(facultatif\)/ })).toBeVisible();
  });
});

describe("an empty list", () => {
  it("speaks of filters to who chose some, and to nobody else", () => {
    const { rerender } = render(<QueueTable lines={[]} />);
    expect(screen.getByText("Aucune demande à traiter")).toBeVisible();
    expect(screen.queryByText(/filtres/)).toBeNull();
    rerender(<QueueTable lines={[]} isFiltered />);
    expect(screen.getByText("Changez la recherche ou les filtres.")).toBeVisible();
  });
});

describe("accounts without a name", () => {
  it("have links that say whose they are", () => {
    const line = (id: string, email: string) =>
      ({ id, name: "", username: null, email, kind: "personal", createdAt: new Date() }) as unknown as AccountLine;
    render(<AccountTable isSearched lines={[line("1", "zo•••@example.org"), line("2", "al•••@example.org")]} />);
    const names = screen.getAllByRole("link").map((link) => link.textContent);
    expect(names).toEqual(["Sans nom (zo•••@example.org)", "Sans nom (al•••@example.org)"]);
  });
});
