import { render, screen } from "@testing-library/react";
import type { AttachmentView } from "@/lib/demandes/types/demande";
import { FileList } from "./file-list";

const files = (["clean", "pending", "infected"] as const).map(
  (scan) => ({ id: scan, name: `${scan}.pdf`, size: 10, scan, addedAt: new Date() }) as AttachmentView,
);
const opened = () => screen.queryAllByRole("link").map((link) => link.textContent);

describe("the files of a demande", () => {
  it("are all opened by who gave them, who is told what the antivirus says", () => {
    render(<FileList files={files} reader="owner" />);
    expect(opened()).toEqual(["clean.pdf", "pending.pdf", "infected.pdf"]);
    expect(screen.getByText(/L’antivirus a reconnu un virus/)).toBeInTheDocument();
  });

  it("are opened by an agent once the antivirus has cleared them, and not before", () => {
    render(<FileList files={files} reader="agent" />);
    expect(opened()).toEqual(["clean.pdf"]);
    for (const words of ["pending.pdf", "Contrôle antivirus en cours", "infected.pdf", "Fichier infecté"])
      expect(screen.getByText(words, { exact: false })).toBeInTheDocument();
  });
});
