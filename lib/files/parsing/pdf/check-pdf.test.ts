import { deflateSync } from "node:zlib";
import PDFKit from "pdfkit";
import { readPdf } from "@/db/test/read-pdf";
import { pdfSaying, plainPdf } from "@/db/test/sample-files";
import { objectStream, once, pdfOf, revised, streamOf, twice } from "@/db/test/sample-pdfs";
import { checkPdf } from "./check-pdf";
import { readObjects } from "./read-objects";

const script = "<</S/JavaScript/JS(app.alert\\(1\\))>>";
const refused = async (pdf: Buffer) => {
  const result = await checkPdf(pdf);
  return result.ok ? "accepted" : result.reason;
};
/** What is kept of a file: all its objects, as one text. */
const kept = async (pdf: Buffer) => {
  const result = await checkPdf(pdf);
  if (!result.ok) throw new Error(result.reason);
  const { current } = await readObjects(result.value, { objects: 1_000, inflatedBytes: 1e6 });
  return { bytes: result.value, text: [...current.values()].map(({ text }) => text).join("\n") };
};
type KitOptions = ConstructorParameters<typeof PDFKit>[0];
async function kitPdf(options: KitOptions, write: (document: InstanceType<typeof PDFKit>) => void): Promise<Buffer> {
  const document = new PDFKit(options);
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on("end", resolve));
  write(document);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

describe("a PDF that does something is refused", () => {
  it.each<[string, Buffer]>([
    ["a script when it opens", pdfOf({ catalog: `/OpenAction ${script}` })],
    ["a script named in disguise", pdfOf({ catalog: "/OpenAction<</S/J#61v#61Script/JS(x)>>" })],
    ["a script whose very name is another object", pdfOf({ objects: ["<</S 6 0 R/JS 7 0 R>>", "/JavaScript", "(x)"] })],
    ["a script in the names of the document", pdfOf({ catalog: "/Names<</JavaScript<</Names[(a) 5 0 R]>>>>" })],
    ["a program to launch", pdfOf({ page: "/Annots[<</Subtype/Link/A<</S/Launch/F(cmd.exe)>>>>]" })],
    [
      "a file of the network to open",
      pdfOf({ page: "/Annots[<</Subtype/Link/A<</S/GoToR/F(\\\\\\\\evil\\\\share)>>>>]" }),
    ],
    ["a file inside to open", pdfOf({ catalog: "/OpenAction<</S/GoToE/T<</R/C>>>>" })],
    ["an event of the document", pdfOf({ catalog: "/AA<</WC<</S/Named/N/Print>>>>" })],
    ["an event of a page, elsewhere", pdfOf({ page: "/AA 5 0 R", objects: ["<</O 6 0 R>>", "<</S/Named/N/Print>>"] })],
    ["a link to print when it opens", pdfOf({ catalog: "/OpenAction<</S/Named/N/Print>>" })],
    [
      "an address when it opens",
      pdfOf({ catalog: "/OpenAction 5 0 R", objects: ["<</S/URI/URI(https://a.example)>>"] }),
    ],
    ["a place, then a script", pdfOf({ catalog: "/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next 5 0 R>>", objects: [script] })],
    ["files inside", pdfOf({ catalog: "/Names<</EmbeddedFiles<</Names[(a) 5 0 R]>>>>", objects: ["<</F(a)>>"] })],
    ["a file tied to the page", pdfOf({ page: "/AF[5 0 R]", objects: ["<</F(a.txt)>>"] })],
    ["a file tied by a list elsewhere", pdfOf({ catalog: "/AF 5 0 R", objects: ["[6 0 R]", "<</UF(a.txt)>>"] })],
    ["a file behind a pin", pdfOf({ page: "/Annots[<</Subtype/FileAttachment/FS 5 0 R>>]" })],
    ["a specification of a file", pdfOf({ objects: ["<</Type/Filespec/F(a)/EF<</F 6 0 R>>>>"] })],
    ["a form that sends", pdfOf({ page: "/Annots[<</Subtype/Widget/A<</S/SubmitForm/F(https://a.example)>>>>]" })],
    ["a form that fetches", pdfOf({ catalog: "/AcroForm<</XFA 5 0 R>>", objects: ["[(a) 6 0 R]"] })],
    ["data to import", pdfOf({ objects: ["<</S/ImportData/F(a.fdf)>>"] })],
    ["a sound", pdfOf({ page: "/Annots[<</Subtype/Sound>>]" })],
    ["a film", pdfOf({ page: "/Annots[<</Subtype/Movie>>]" })],
    ["a screen", pdfOf({ objects: ["<</S/Rendition/OP 0>>"] })],
    ["rich media", pdfOf({ page: "/Annots[<</Subtype/RichMedia>>]" })],
    ["a model in 3D", pdfOf({ page: "/Annots[<</Subtype/3D/3DD 5 0 R>>]" })],
    ["bytes that lie in another file", pdfOf({ objects: [streamOf("/F(\\\\\\\\evil\\\\share)", Buffer.from("x"))] })],
    ["a page of another file", pdfOf({ objects: [streamOf("/Ref<</F(\\\\\\\\evil)/Page 0>>", Buffer.from("x"))] })],
    ["an article of another file", pdfOf({ objects: ["<</S/Thread/F(a.pdf)/D 0>>"] })],
    ["a link to a share", pdfOf({ objects: ["<</S/URI/URI(\\\\\\\\evil\\\\share)>>"] })],
    ["a link that is a script", pdfOf({ objects: ["<</S/URI/URI( javascript:alert\\(1\\))>>"] })],
    ["a link that is a script, elsewhere", pdfOf({ objects: ["<</S/URI/URI 6 0 R>>", "(file:///etc/passwd)"] })],
    ["an address that all others start from", pdfOf({ catalog: "/URI<</Base(file://evil/)>>" })],
  ])("%s", async (_what, pdf) => {
    expect(await refused(pdf)).toBe("pdf_active");
  });

  it.each<[string, Buffer]>([
    ["compressed twice", pdfOf({ catalog: "/OpenAction 9 0 R", objects: [objectStream(9, script, twice)] })],
    [
      "in a stream whose dictionary says « obj »",
      pdfOf({
        objects: [
          objectStream(9, script, (bytes) => ({ ...once(bytes), entries: `${once(bytes).entries}/Note( obj )` })),
        ],
      }),
    ],
    [
      "in a stream whose dictionary is very long",
      pdfOf({
        objects: [
          objectStream(9, script, (bytes) => ({
            ...once(bytes),
            entries: `/Note(${"x".repeat(4_000)})${once(bytes).entries}`,
          })),
        ],
      }),
    ],
    ["after a comment that says « stream »", pdfOf({ objects: ["<</A 1>>%stream\n", objectStream(9, script)] })],
    ["between false marks of a stream", pdfOf({ objects: [`[(stream) ${script} (endstream)]`] })],
    ["that nothing reaches", pdfOf({ objects: [script] })],
    [
      "that a later revision replaces",
      revised(pdfOf({ catalog: `/OpenAction ${script}` }), { 1: "<</Type/Catalog/Pages 2 0 R>>" }),
    ],
    ["that a later revision brings", revised(pdfOf(), { 1: `<</Type/Catalog/Pages 2 0 R/OpenAction ${script}>>` })],
    ["in clear, after an encrypted-looking name", pdfOf({ objects: [`<</Encryption/None/A ${script}>>`] })],
  ])("a script %s", async (_what, pdf) => {
    expect(await refused(pdf)).toBe("pdf_active");
  });
});

describe("an honest PDF is accepted", () => {
  it.each<[string, Buffer]>([
    ["a plain one", pdfOf()],
    ["one without table of contents", plainPdf],
    ["one that opens at a place", pdfOf({ catalog: "/OpenAction[3 0 R/Fit]" })],
    ["one that goes to a place", pdfOf({ catalog: "/OpenAction 5 0 R", objects: ["<</S/GoTo/D[3 0 R/Fit]>>"] })],
    [
      "the words in a text and in a link",
      pdfOf({
        page: "/Annots[<</Subtype/Link/A<</S/URI/URI(https://fr.example/wiki/JavaScript)>>/Contents(/JavaScript /Launch)>>]",
      }),
    ],
    ["a link without scheme, with a port", pdfOf({ objects: ["<</S/URI/URI(www.ville.example:8080/a)>>"] })],
    [
      "fonts and images of any name",
      pdfOf({
        page: "/Resources<</Font<</AA 5 0 R/EF 5 0 R>>/ColorSpace<</AF[/ICCBased 6 0 R]>>>>",
        objects: ["<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", streamOf("/N 3", Buffer.from("x"))],
      }),
    ],
    ["padding after the end", Buffer.concat([pdfOf(), Buffer.alloc(3_004)])],
    ["line breaks before the beginning", Buffer.concat([Buffer.from("\r\n\r\n"), pdfOf()])],
    ["a byte order mark before the beginning", Buffer.concat([Buffer.from("\uFEFF"), pdfOf()])],
    ["no mark of the end", pdfOf().subarray(0, -6)],
    ["objects in a compressed stream", pdfOf({ page: "/Annots 9 0 R", objects: [objectStream(9, "[]")] })],
    ["several revisions", revised(pdfOf(), { 3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>" })],
  ])("%s", async (_what, pdf) => {
    expect(await refused(pdf)).toBe("accepted");
  });

  it("one that only an owner password protects, with its text in clear", async () => {
    const options = {
      ownerPassword: "secret",
      permissions: { copying: false },
      info: { Title: "Attestation (1) \\ fin" },
    };
    for (const pdfVersion of ["1.3", "1.5", "1.7", "1.7ext3"] as const) {
      const pdf = await kitPdf({ ...options, pdfVersion }, (document) => document.text("Bonjour"));
      const { bytes, text } = await kept(pdf);
      expect(bytes.includes("/Encrypt")).toBe(false);
      expect((await readPdf(bytes)).text).toContain("Bonjour");
      expect(text).toContain(Buffer.from("Attestation (1) \\ fin").toString("hex"));
    }
  });

  it("asks for the password of one that does not open without", async () => {
    const options = { userPassword: "secret", ownerPassword: "autre", pdfVersion: "1.7" } as const;
    expect(await refused(await kitPdf(options, (document) => document.text("Bonjour")))).toBe("pdf_password");
  });
});

describe("what is kept of a PDF", () => {
  it("is what the document reaches, and nothing else", async () => {
    const { text, bytes } = await kept(
      Buffer.concat([pdfOf({ objects: ["(personne ne me voit)"] }), Buffer.from("<html>")]),
    );
    expect(text).toContain("/MediaBox");
    expect(text).not.toContain("personne");
    expect(bytes.includes("<html>")).toBe(false);
  });

  it("shows the same to a reader that is not ours", async () => {
    const revision = revised(pdfSaying("Avant"), {
      4: "<</Length 38>>\nstream\nBT /F1 12 Tf 20 100 Td (Depuis) Tj ET \nendstream",
    });
    const tagged = await kitPdf({ tagged: true, lang: "fr", displayTitle: true, pdfVersion: "1.5" }, (document) => {
      document.addStructure(document.struct("H1", {}, () => document.text("Attestation de domicile")));
    });
    expect((await readPdf((await kept(revision)).bytes)).text).toContain("Depuis");
    const [before, after] = [await readPdf(tagged), await readPdf((await kept(tagged)).bytes)];
    expect(after).toEqual(before);
  });

  it("has no seal that would say it was forged", async () => {
    const seal = "<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>>>";
    const { text } = await kept(pdfOf({ page: "/Annots[<</Subtype/Widget/FT/Sig/V 5 0 R>>]", objects: [seal] }));
    expect(text).not.toContain("ByteRange");
  });

  it("spells no object inside a stream, for a reader that repairs files", async () => {
    const body = Buffer.from(`endstream endobj\n1 0 obj <</Type/Catalog/OpenAction ${script}>> endobj`);
    const { bytes } = await kept(pdfOf({ page: "/Thumb 5 0 R", objects: [streamOf("", body)] }));
    expect(bytes.includes("OpenAction")).toBe(false);
  });

  it("lets no decrypted text end its string", async () => {
    const trap = `) /S /JavaScript /JS (app.alert(1)`;
    const pdf = await kitPdf({ ownerPassword: "x", info: { Title: trap } }, (document) => document.text("a"));
    const { bytes } = await kept(pdf);
    expect(bytes.includes("JavaScript")).toBe(false);
  });

  it("is not much heavier than what came", async () => {
    const pdf = await kitPdf({ compress: true }, (document) => {
      for (let page = 0; page < 50; page += 1) document.addPage().text(`Page ${page}`);
    });
    expect((await kept(pdf)).bytes.length).toBeLessThan(pdf.length);
  });
});

describe("a PDF that cannot be read whole is refused", () => {
  const cut = pdfOf({ objects: ["(fin)"] });

  it.each<[string, Buffer]>([
    ["what only says that it is one", Buffer.from("%PDF-1.4 coupé")],
    ["one cut before its pages", cut.subarray(0, 80)],
    ["one whose page is missing", Buffer.from(pdfOf().toString("latin1").replace("3 0 obj", "8 0 obj"), "latin1")],
    ["one whose content is missing", Buffer.from(pdfOf().toString("latin1").replace("4 0 obj", "8 0 obj"), "latin1")],
    [
      "one with a stream of objects that nothing opens",
      pdfOf({ page: "/Annots 9 0 R", objects: [streamOf("/Type/ObjStm/N 1/First 4/Filter/Secret", Buffer.from("x"))] }),
    ],
    [
      "one that swells to nothing known",
      pdfOf({
        page: "/Annots 9 0 R",
        objects: [streamOf("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", Buffer.from("x"))],
      }),
    ],
    ["one nested beyond reason", pdfOf({ page: `/Annots ${"[".repeat(20_000)}${"]".repeat(20_000)}` })],
  ])("%s", async (_what, pdf) => {
    expect(await refused(pdf)).toBe("unreadable_pdf");
  });

  it("says that one with too many objects, or that swells too much, is too complex", async () => {
    const many = pdfOf({ objects: Array.from({ length: 50 }, () => "(a)") });
    expect(await checkPdf(many, { objects: 20, inflatedBytes: 1e6 })).toEqual({ ok: false, reason: "too_complex" });
    const bomb = pdfOf({ objects: [objectStream(9, `(${" ".repeat(2e6)})`)] });
    expect(await checkPdf(bomb, { objects: 100, inflatedBytes: 1e6 })).toEqual({ ok: false, reason: "too_complex" });
    const announced = pdfOf({
      objects: [
        streamOf("/Type/XRef/Size 2000000000/W[1 4 2]/Root 1 0 R/Filter/FlateDecode", deflateSync(Buffer.alloc(9))),
      ],
    });
    expect(await refused(announced)).toBe("accepted");
  });
});
