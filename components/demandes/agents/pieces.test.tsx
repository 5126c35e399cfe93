import { render, screen } from "@testing-library/react";
import type { AttachmentView } from "@/lib/demandes/types/demande";
import { Pieces } from "./pieces";

const file = (name: string, isFrozen: boolean) =>
  ({ id: name, name, isFrozen, size: 10, scan: "clean", addedAt: new Date(), fieldPath: "answer" }) as AttachmentView;

describe("the files of an answer, to an agent", () => {
  it("are shown as given once they are, and not before", () => {
    render(<Pieces demande={{ documents: [], answerFiles: [file("remis.pdf", true), file("attend.pdf", false)] }} />);
    const under = (title: string) => screen.getByRole("heading", { name: title }).closest(".card");
    expect(under("Fichiers de la réponse")).toHaveTextContent("remis.pdf");
    expect(under("Fichiers de la réponse")).not.toHaveTextContent("attend.pdf");
    expect(under("Fichiers préparés, non remis à l’usager")).toHaveTextContent("attend.pdf");
  });

  it("are not spoken of when none was given", () => {
    render(<Pieces demande={{ documents: [], answerFiles: [file("attend.pdf", false)] }} />);
    expect(screen.queryByText("Fichiers de la réponse")).not.toBeInTheDocument();
  });
});
