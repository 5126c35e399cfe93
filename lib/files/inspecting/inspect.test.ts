import sharp from "sharp";
import { sent } from "@/db/test/sample-files";
import { pdfOf } from "@/db/test/sample-pdfs";
import { inspectFile } from "./inspect";

jest.setTimeout(60_000);

const sender = { owner: "someone", address: "somewhere" };
const image = (format: "jpeg" | "png" | "gif" | "webp", size = 40) =>
  sharp({ create: { width: size, height: size, channels: 3, background: "#2f5d50" } })
    .toFormat(format)
    .toBuffer();

/** As a word processor writes it: a ZIP that begins by the name of its first part. */
function zipWith(part: string): Buffer {
  const header = Buffer.alloc(30);
  header.write("PK\u0003\u0004", "latin1");
  header.writeUInt16LE(part.length, 26);
  return Buffer.concat([header, Buffer.from(part), Buffer.alloc(100)]);
}

describe("inspectFile", () => {
  it.each([
    ["jpeg", "image/jpeg", "photo.jpg"],
    ["png", "image/png", "photo.png"],
    ["gif", "image/png", "photo.png"],
    ["webp", "image/jpeg", "photo.jpg"],
  ] as const)("redraws a %s, as %s with the ending of what it is", async (format, mediaType, name) => {
    const result = await inspectFile(sent(await image(format), "photo.exe"), sender);
    expect(result).toMatchObject({ ok: true, value: { mediaType, name, scan: "clean" } });
    expect(result.ok && `image/${(await sharp(result.value.bytes).metadata()).format}`).toBe(mediaType);
  });

  it("keeps a plain copy of a PDF", async () => {
    const result = await inspectFile(sent(pdfOf(), "lettre"), sender);
    expect(result).toMatchObject({ ok: true, value: { mediaType: "application/pdf", name: "lettre.pdf" } });
  });

  it.each([
    ["empty", Buffer.alloc(0)],
    ["type", Buffer.from("<html><script>alert(1)</script></html>")],
    ["type", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
    ["type", Buffer.from("<html>%PDF-1.4")],
    ["archive", Buffer.from("504b0304140000000000", "hex")],
    ["office", zipWith("[Content_Types].xml")],
    ["office", zipWith("mimetypeapplication/vnd.oasis.opendocument.text")],
    ["office", zipWith("Index/Document.iwa")],
    ["office", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)])],
    ["office", Buffer.from("{\\rtf1\\ansi Bonjour}")],
    ["avif", Buffer.concat([Buffer.from("00000018", "hex"), Buffer.from("ftypavif0000mif1avif")])],
    ["heic", Buffer.concat([Buffer.from("00000018", "hex"), Buffer.from("ftypheic0000mif1heic")])],
    ["unreadable_pdf", Buffer.from("%PDF-1.4 <html>")],
    ["pdf_active", pdfOf({ catalog: "/OpenAction<</S/JavaScript/JS(x)>>" })],
  ])("says why it refuses: %s", async (reason, bytes) => {
    expect(await inspectFile(sent(bytes, "piece.pdf"), sender)).toEqual({ ok: false, reason });
  });

  it("refuses a broken image, and what is heavier than the limit", async () => {
    expect(await inspectFile(sent((await image("png")).subarray(0, 60), "a.png"), sender)).toEqual({
      ok: false,
      reason: "unreadable_image",
    });
    expect(await inspectFile(sent(await image("png")), sender, 10)).toMatchObject({ ok: false, reason: "too_large" });
  });
});
