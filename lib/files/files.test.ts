import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { pdfWith, plainPdf, sent } from "@/db/test/sample-files";
import { inspectFile } from "./inspect";
import { cleanFileName } from "./name";
import { checkPdf } from "./pdf-check";

const image = (format: "jpeg" | "png" | "gif" | "webp", size = 40) =>
  sharp({ create: { width: size, height: size, channels: 3, background: "#2f5d50" } })
    .toFormat(format)
    .toBuffer();
const stream = (dictionary: string, body: Buffer) =>
  Buffer.concat([
    plainPdf.subarray(0, plainPdf.indexOf("trailer")),
    Buffer.from(`9 0 obj << ${dictionary} >>\nstream\n`),
    body,
    Buffer.from("\nendstream endobj\ntrailer << >>\n%%EOF\n"),
  ]);

describe("checkPdf", () => {
  it("accepts a plain document", () => {
    expect(checkPdf(plainPdf)).toEqual({ ok: true, value: null });
  });

  it.each([
    ["a script", "<< /S /JavaScript /JS (app.alert(1)) >>"],
    ["a script whose name is disguised", "<< /S /J#61vaScript >>"],
    ["a program to launch", "<< /S /Launch /F (cmd.exe) >>"],
    ["a file inside", "<< /Type /EmbeddedFile >>"],
    ["a form that fetches", "<< /XFA 5 0 R >>"],
  ])("refuses %s", (_what, object) => {
    expect(checkPdf(pdfWith(object))).toEqual({ ok: false, reason: "pdf_active" });
  });

  it("refuses a script hidden in a compressed object stream, and one hidden behind a false stream", () => {
    const hidden = deflateSync(Buffer.from("5 0 << /S /JavaScript /JS (x) >>"));
    expect(checkPdf(stream("/Type /ObjStm /Filter /FlateDecode /N 1", hidden))).toEqual({
      ok: false,
      reason: "pdf_active",
    });
    expect(checkPdf(pdfWith("(stream) << /S /JavaScript >> (endstream)"))).toEqual({ ok: false, reason: "pdf_active" });
  });

  it("refuses a stream that swells beyond reason, in little time", () => {
    const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024));
    const started = process.hrtime.bigint();
    expect(checkPdf(stream("/Type /ObjStm /Filter /FlateDecode", bomb))).toEqual({
      ok: false,
      reason: "unreadable_pdf",
    });
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2_000);
  });

  it("says that a password protects it, and that it is no PDF", () => {
    expect(checkPdf(pdfWith("<< /Encrypt 8 0 R >>"))).toEqual({ ok: false, reason: "pdf_password" });
    expect(checkPdf(Buffer.from("%PDF-1.4 coupé"))).toEqual({ ok: false, reason: "unreadable_pdf" });
  });
});

describe("inspectFile", () => {
  it.each(["jpeg", "png", "gif", "webp"] as const)("redraws a %s", async (format) => {
    const result = await inspectFile(sent(await image(format), "photo.exe"));
    expect(result).toMatchObject({ ok: true, value: { mediaType: `image/${format}`, scan: "clean" } });
  });

  it("T25: drops the place where a photo was taken, and turns it upright", async () => {
    const photo = await sharp({ create: { width: 60, height: 30, channels: 3, background: "#7a5c2e" } })
      .withExif({ IFD3: { GPSLatitude: "48/1 51/1 0/1", GPSLatitudeRef: "N" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const result = await inspectFile(sent(photo, "photo.jpg"));
    if (!result.ok) throw new Error(result.reason);
    const { exif, orientation, width, height } = await sharp(result.value.bytes).metadata();
    expect({ exif, orientation, width, height }).toEqual({
      exif: undefined,
      orientation: undefined,
      width: 30,
      height: 60,
    });
  });

  it("T24: keeps only the image of a file that is also something else", async () => {
    const polyglot = Buffer.concat([await image("jpeg"), Buffer.from("<script>alert(1)</script>")]);
    const result = await inspectFile(sent(polyglot, "photo.jpg"));
    expect(result.ok && result.value.bytes.includes("<script>")).toBe(false);
  });

  it.each([
    ["empty", Buffer.alloc(0)],
    ["type", Buffer.from("<html><script>alert(1)</script></html>")],
    ["type", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
    ["archive", Buffer.from("504b0304140000000000", "hex")],
    ["heic", Buffer.concat([Buffer.from("00000018", "hex"), Buffer.from("ftypheic0000mif1heic")])],
    ["unreadable_pdf", Buffer.from("%PDF-1.4 <html>")],
  ])("says why it refuses: %s", async (reason, bytes) => {
    expect(await inspectFile(sent(bytes, "piece.pdf"))).toEqual({ ok: false, reason });
  });

  it("refuses a broken image, and what is heavier than the limit", async () => {
    expect(await inspectFile(sent((await image("png")).subarray(0, 60), "a.png"))).toEqual({
      ok: false,
      reason: "unreadable_image",
    });
    expect(await inspectFile(sent(await image("png")), 10)).toEqual({ ok: false, reason: "too_large" });
  });

  it("T23: refuses an image of 2.5 billion pixels without drawing it", async () => {
    const header = Buffer.from("89504e470d0a1a0a0000000d494844520000c3500000c3500802000000", "hex");
    const png = Buffer.concat([header, Buffer.alloc(4), Buffer.from("0000000049454e44ae426082", "hex")]);
    const result = await inspectFile(sent(png, "bombe.png"));
    expect(result.ok ? "" : result.reason).toMatch(/too_many_pixels|unreadable_image/);
  });
});

describe("cleanFileName", () => {
  it.each([
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Users\\moi\\facture.PDF", "facture.pdf"],
    ["contrat.exe", "contrat.pdf"],
    ["fdp.\u202Eexe", "fdp.pdf"],
    ["nul\u0000l.pdf", "null.pdf"],
    ["...", "document.pdf"],
    ["", "document.pdf"],
    ["l’été à Noël.pdf", "l’été à Noël.pdf"],
    [`${"é".repeat(400)}.pdf`, `${"é".repeat(120)}.pdf`],
    ['a"; filename="b.html', "a; filename=b.pdf"],
  ])("« %s » becomes « %s »", (given, kept) => {
    expect(cleanFileName(given, "application/pdf")).toBe(kept);
  });

  it("gives a photo the ending of what it is", () => {
    expect(cleanFileName("IMG_1.JPEG", "image/jpeg")).toBe("IMG_1.jpeg");
    expect(cleanFileName("scan.pdf", "image/png")).toBe("scan.png");
  });
});
