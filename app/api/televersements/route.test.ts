import { done, refuse } from "@/lib/shared/result";
import { keepNote } from "@/lib/web/session/sealed-note";
import { keepUpload, readUploadTarget, weightAccepted } from "@/lib/web/upload/upload-target";
import { POST } from "./route";

jest.mock("@/lib/web/route/route-guard", () => ({ routeGuard: (_rule: unknown, handle: unknown) => handle }));
jest.mock("@/lib/web/session/sealed-note", () => ({
  keepNote: jest.fn(),
  openNote: (_name: string, value: string) => value || null,
}));
jest.mock("@/lib/web/upload/upload-target", () => ({
  keepUpload: jest.fn(),
  readUploadTarget: jest.fn(),
  weightAccepted: jest.fn(),
}));

const kept = jest.mocked(keepUpload);

beforeEach(() => {
  jest.mocked(keepNote).mockReset();
  jest
    .mocked(readUploadTarget)
    .mockReset()
    .mockResolvedValue(done({} as never));
  // Three places in all, as the command under its lock tells.
  let places = 3;
  kept.mockReset().mockImplementation(async (_target, { name }) => {
    if (!name.endsWith(".pdf")) return refuse("office");
    places -= 1;
    return places < 0 ? refuse("too_many_files", { most: "3" }) : done({ id: `id-${name}` });
  });
});

function send(
  files: readonly (string | File)[],
  { json = false, retour = "/demandes/1/demande/documents#envoi-a.b", note = "" } = {},
) {
  const form = new FormData();
  if (retour) form.set("retour", retour);
  form.set("note", note);
  form.set("demandeId", "d");
  form.set("path", "a.b");
  for (const file of files) form.append("file", typeof file === "string" ? new File(["x"], file) : file);
  const headers = json ? { accept: "application/json" } : undefined;
  const post = POST as unknown as (request: Request) => Promise<Response>;
  return post(new Request("http://localhost/api/televersements", { method: "POST", body: form, headers }));
}

const five = ["1.pdf", "lettre.docx", "2.pdf", "3.pdf", "4.pdf"];

describe("five files sent at once, one of them bad, for a document of three", () => {
  it("are each answered by their name to a script", async () => {
    const answer = await send(five, { json: true });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      ok: false,
      reason: "office",
      outcomes: [
        { name: "1.pdf", id: "id-1.pdf", refusal: null },
        { name: "lettre.docx", refusal: expect.stringContaining("enregistrez-le en PDF") as string },
        { name: "2.pdf", id: "id-2.pdf", refusal: null },
        { name: "3.pdf", id: "id-3.pdf", refusal: null },
        { name: "4.pdf", refusal: expect.stringMatching(/^3.fichiers au plus/) as string },
      ],
    });
  });

  it("are said on the page without JavaScript, and no name stands in its address", async () => {
    const answer = await send(five);
    const location = answer.headers.get("location") ?? "";
    expect([answer.status, location]).toEqual([
      303,
      expect.stringMatching(/^\/demandes\/1\/demande\/documents\?envoi=[\w-]+$/),
    ]);
    const [, text, page] = jest.mocked(keepNote).mock.lastCall ?? [];
    expect(page).toBe("/demandes/1/demande/documents");
    for (const name of five) expect(text).toContain(name);
  });
});

it("says still, after « Ajouter » with nothing chosen, what became of the files sent before", async () => {
  await send(["lettre.docx"]);
  const note = jest.mocked(keepNote).mock.lastCall?.[1] ?? "";
  const { of } = JSON.parse(note) as { of: string };
  await send([], { retour: `/demandes/1/demande/documents?envoi=${of}&vu=1#envoi-a.b`, note });
  expect(JSON.parse(jest.mocked(keepNote).mock.lastCall?.[1] ?? "")).toMatchObject({
    outcomes: [
      { name: "", refusal: "Choisissez un fichier." },
      { name: "lettre.docx", isEarlier: true },
    ],
  });
});

describe("a file over what the portal reads, for a document of 3 Mo", () => {
  const film = new File([new Uint8Array(10 * 1024 * 1024 + 1)], "film.mp4");
  const words = /^Ce fichier est trop lourd.: 3.Mo au plus\./;

  it("is told the figure of its document, with a script and without", async () => {
    jest.mocked(weightAccepted).mockResolvedValue(done("3\u00a0Mo"));
    const answer = await (await send([film, "1.pdf"], { json: true })).json();
    expect(answer).toMatchObject({
      outcomes: [
        { name: "film.mp4", refusal: expect.stringMatching(words) as string },
        { name: "1.pdf", refusal: null },
      ],
    });
    await send([film]);
    const [, text] = jest.mocked(keepNote).mock.lastCall ?? [];
    expect(JSON.parse(text ?? "")).toMatchObject({ outcomes: [{ refusal: expect.stringMatching(words) as string }] });
  });

  it("is told the rule alone where nothing says what it is for", async () => {
    jest.mocked(readUploadTarget).mockResolvedValue(refuse("malformed"));
    const answer = await (await send([film], { json: true })).json();
    expect(answer).toMatchObject({
      reason: "too_large",
      outcomes: [{ refusal: expect.stringContaining("trop lourd") as string }],
    });
  });
});

it("leads to what was said of the files when all were kept", async () => {
  expect((await send(["1.pdf"])).headers.get("location")).toMatch(/\?envoi=[\w-]+#envoi-a\.b$/);
});

it("says that nothing was chosen", async () => {
  expect(await (await send([], { json: true })).json()).toMatchObject({
    reason: "no_file",
    outcomes: [{ name: "", refusal: "Choisissez un fichier." }],
  });
});

it("never leads away from the portal", async () => {
  const answer = await send(["lettre.docx"], { retour: "https://ailleurs.example/" });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("enregistrez-le en PDF");
});
