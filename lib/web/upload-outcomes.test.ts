import { keepNote, readNote } from "./note";
import { keepSentFiles, readSentFiles, sayUploadRefusal } from "./upload-outcomes";

jest.mock("./note", () => ({ keepNote: jest.fn(), readNote: jest.fn() }));
const kept = jest.mocked(keepNote);

async function sendAndRead(outcomes: Parameters<typeof keepSentFiles>[1]["outcomes"], asked?: string) {
  const { envoi } = await keepSentFiles("/demandes/1", { path: "pieces.link", outcomes });
  const [, text] = kept.mock.lastCall ?? [];
  jest.mocked(readNote).mockResolvedValue(text ?? null);
  return { text: text ?? "", sent: await readSentFiles({ envoi: asked ?? envoi }) };
}

describe("what became of files sent without JavaScript", () => {
  it("is said on the page that its address names, each file by its name", async () => {
    const outcomes = [
      { name: "b.docx", refusal: "Enregistrez-le en PDF." },
      { name: "a.pdf", id: "1", refusal: null },
    ];
    expect((await sendAndRead(outcomes)).sent).toEqual({ path: "pieces.link", outcomes });
  });

  it("is not said at another address, nor when the note is gone", async () => {
    expect((await sendAndRead([{ name: "a.pdf", refusal: null }], "autre")).sent).toBeNull();
    jest.mocked(readNote).mockResolvedValue(null);
    expect(await readSentFiles({ envoi: "x" })).toBeNull();
    expect(await readSentFiles({})).toBeNull();
  });

  it("fits in a cookie whatever the names, what was refused first", async () => {
    const outcomes = Array.from({ length: 28 }, (_, at) => ({
      name: `${"🙂".repeat(200)}${at}`,
      refusal: at % 2 ? "x".repeat(200) : null,
    }));
    const { text, sent } = await sendAndRead(outcomes);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_600);
    expect(sent?.outcomes[0]?.refusal).not.toBeNull();
    expect(sent?.outcomes.at(-1)?.refusal).toMatch(/^\d+\u00A0fichiers de plus ne sont pas joints\.$/);
  });
});

describe("the words of a refusal", () => {
  it("give the figures of the document", () => {
    expect(sayUploadRefusal({ reason: "too_many_files", details: { most: "3" } })).toMatch(/^3\u00A0fichiers au plus/);
    expect(sayUploadRefusal({ reason: "too_many_files", details: { most: "1" } })).toMatch(/^Un seul fichier/);
    expect(sayUploadRefusal({ reason: "too_large", details: { most: "3\u00A0Mo" } })).toContain("3\u00A0Mo au plus");
  });

  it("tell a document of a word processor to be saved as a PDF, never that it is an archive", () => {
    expect(sayUploadRefusal({ reason: "office" })).toContain("enregistrez-le en PDF");
    expect(sayUploadRefusal({ reason: "office" })).not.toContain("archive");
    expect(sayUploadRefusal({ reason: "avif" })).not.toContain("HEIC");
  });

  it("never show a code", () => {
    expect(sayUploadRefusal({ reason: "not_editable" })).toContain("ne peut plus être modifiée");
    expect(sayUploadRefusal({ reason: "whatever" })).toContain("Réessayez");
  });
});
