import { headers } from "next/headers";
import { keepNote, openNote, sealedNote } from "../session/sealed-note";
import { keepSentFiles, readSentFiles, sayUploadRefusal, sendingSchema, stillSaid } from "./upload-outcomes";

jest.mock("next/headers", () => ({ headers: jest.fn() }));
jest.mock("../session/sealed-note", () => ({ keepNote: jest.fn(), sealedNote: jest.fn(), openNote: jest.fn() }));
const kept = jest.mocked(keepNote);
const page = new URL("http://portail.invalid/demandes/1?retour=oui");
const queryOf = ({ searchParams }: URL) => Object.fromEntries(searchParams);
type Outcomes = Parameters<typeof keepSentFiles>[2];

/** One more sending from the page at `before`; returns the page that it leads to. */
async function send(outcomes: Outcomes, before = page, path = "pieces.link"): Promise<URL> {
  const after = await keepSentFiles(before, path, outcomes, (await readSentFiles(queryOf(before))).note);
  jest.mocked(sealedNote).mockResolvedValue(`sealed ${kept.mock.lastCall?.[1] ?? ""}`);
  return after;
}
const said = async (at: URL) =>
  (await readSentFiles(queryOf(at))).sent.map(({ name, refusal, isEarlier }) => [name, refusal, isEarlier ?? false]);

const nothing = { sent: [], envoi: "", note: "" };

/** Headers of the request for the page. */
function asked(names: Record<string, string>): void {
  jest.mocked(headers).mockResolvedValue(new Headers(names));
}

beforeEach(() => {
  asked({});
  jest.mocked(sealedNote).mockReset().mockResolvedValue("");
  jest.mocked(openNote).mockImplementation((_name, value) => (value ? value.slice("sealed ".length) : null));
});

describe("what became of files sent without JavaScript", () => {
  it("is said on the page that its address names, each file by its name", async () => {
    const outcomes = [
      { name: "b.docx", refusal: "Enregistrez-le en PDF." },
      { name: "a.pdf", id: "1", refusal: null },
    ];
    const after = await send(outcomes);
    expect(`${after.pathname}${after.search}`).toMatch(/^\/demandes\/1\?retour=oui&envoi=[\w-]+$/);
    expect(kept.mock.lastCall?.[2]).toBe("/demandes/1");
    expect((await readSentFiles(queryOf(after))).sent).toEqual(
      outcomes.map((each) => ({ ...each, path: "pieces.link" })),
    );
  });

  it("is not said at another address, nor when the note is gone", async () => {
    const after = await send([{ name: "a.pdf", refusal: null }]);
    expect(await readSentFiles({ envoi: "autre" })).toEqual(nothing);
    expect(await readSentFiles({})).toEqual(nothing);
    jest.mocked(sealedNote).mockResolvedValue("");
    expect(await readSentFiles(queryOf(after))).toEqual(nothing);
  });

  it("stays when others are sent from that page, for the same document or another, and when nothing is", async () => {
    const first = await send([
      { name: "a.pdf", id: "1", refusal: null },
      { name: "b.docx", refusal: "Enregistrez-le en PDF." },
    ]);
    const second = await send([{ name: "", refusal: sayUploadRefusal({ reason: "no_file" }) }], first);
    expect(await said(second)).toEqual([
      ["", "Choisissez un fichier.", false],
      ["b.docx", "Enregistrez-le en PDF.", true],
      ["a.pdf", null, true],
    ]);
    const third = await send([{ name: "c.pdf", id: "2", refusal: null }], second, "pieces.other");
    expect(await said(third)).toEqual([
      ["b.docx", "Enregistrez-le en PDF.", true],
      ["c.pdf", null, false],
      ["a.pdf", null, true],
    ]);
    expect((await readSentFiles(queryOf(third))).sent.map(({ path }) => path)).toEqual([
      "pieces.link",
      "pieces.other",
      "pieces.link",
    ]);
  });

  it("is overtaken for a file that is sent again", async () => {
    const first = await send([{ name: "a.pdf", refusal: "Réessayez." }]);
    expect(await said(await send([{ name: "a.pdf", id: "1", refusal: null }], first))).toEqual([
      ["a.pdf", null, false],
    ]);
  });

  it("is said still, and is no news, where the page answers a form that was refused", async () => {
    const first = await send([{ name: "b.docx", refusal: "Enregistrez-le en PDF." }]);
    asked({ "content-type": "multipart/form-data; boundary=x" });
    expect(await said(first)).toEqual([["b.docx", "Enregistrez-le en PDF.", true]]);
  });

  it("is said still, and is no news, after another act of the page", async () => {
    const first = await send([{ name: "b.docx", refusal: "Enregistrez-le en PDF." }]);
    const after = new URL(`${page.pathname}${stillSaid((await readSentFiles(queryOf(first))).envoi)}`, page);
    expect(await said(after)).toEqual([["b.docx", "Enregistrez-le en PDF.", true]]);
    const next = await send([{ name: "a.pdf", refusal: null }], after);
    expect(next.searchParams.has("vu")).toBe(false);
    expect(await said(next)).toContainEqual(["b.docx", "Enregistrez-le en PDF.", true]);
  });

  it("names no sending that an address invents", () => {
    for (const envoi of ["<b>", "a".repeat(41), ["a"]]) expect(sendingSchema.safeParse(envoi).success).toBe(false);
    expect(stillSaid("")).toBe("");
  });

  it("fits in a cookie whatever the names and the sendings, what was refused first", async () => {
    const outcomes = Array.from({ length: 28 }, (_, at) => ({
      name: `${"🙂".repeat(200)}${at}`,
      refusal: at % 2 ? "x".repeat(200) : null,
    }));
    let after = await send(outcomes);
    for (let times = 0; times < 3; times += 1) after = await send(outcomes, after, `pieces.${times}`);
    expect(Buffer.byteLength(kept.mock.lastCall?.[1] ?? "")).toBeLessThanOrEqual(2_600);
    const { sent } = await readSentFiles(queryOf(after));
    expect(sent[0]).toMatchObject({ refusal: "x".repeat(200), path: "pieces.2" });
    expect(sent.at(-1)?.refusal).toMatch(/^\d+\u00A0fichiers de plus ne sont pas joints\.$/);
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
