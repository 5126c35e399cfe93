import { randomBytes } from "node:crypto";
import sharp, { type Sharp } from "sharp";
import { fileLimits } from "../rules";
import { redrawImage } from "./image";
import { drawLogo } from "./logo";

jest.setTimeout(60_000);

const most = fileLimits.bytes;
const flat = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 3, background: "#2f5d50" }, limitInputPixels: false });
/** Grain over shades, as a telephone gives. */
async function photograph(width: number, height: number): Promise<Sharp> {
  const shades = await sharp(randomBytes(20 * 15 * 3), { raw: { width: 20, height: 15, channels: 3 } })
    .resize(width, height, { fit: "fill" })
    .raw()
    .toBuffer();
  const grain = randomBytes(shades.length);
  const pixels = shades.map((value, index) => Math.min(255, value + ((grain[index] ?? 0) & 15)));
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}
async function drawn(bytes: Buffer, maxBytes = most) {
  const result = await redrawImage(bytes, maxBytes);
  if (!result.ok) throw new Error(result.reason);
  const { width, height, format, exif, orientation } = await sharp(result.value.bytes).metadata();
  expect(result.value.mediaType).toBe(`image/${format}`);
  return { size: result.value.bytes.length, width, height, format, exif, orientation };
}
const refusal = async (bytes: Buffer) => {
  const result = await redrawImage(bytes, most);
  return result.ok ? "drawn" : result.reason;
};

describe("what is kept of an image", () => {
  it("Q25: has neither place nor camera, and stands upright", async () => {
    const photo = await flat(60, 30)
      .withExif({ IFD3: { GPSLatitude: "48/1 51/1 0/1", GPSLatitudeRef: "N" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { exif, orientation, width, height } = await drawn(photo);
    expect({ exif, orientation, width, height }).toEqual({
      exif: undefined,
      orientation: undefined,
      width: 30,
      height: 60,
    });
  });

  it("Q24: holds nothing of what was hidden after its end", async () => {
    const polyglot = Buffer.concat([await flat(40).jpeg().toBuffer(), Buffer.from("<script>alert(1)</script>")]);
    const result = await redrawImage(polyglot, most);
    expect(result.ok && result.value.bytes.includes("<script>")).toBe(false);
  });

  it.each([
    ["a JPEG", "jpeg", "jpeg"],
    ["a flat PNG", "png", "png"],
    ["a GIF", "gif", "png"],
    ["a WebP", "webp", "jpeg"],
  ] as const)("%s becomes %s → %s", async (_what, sent, kept) => {
    expect((await drawn(await flat(40).toFormat(sent).toBuffer())).format).toBe(kept);
  });

  it("is a JPEG for a photograph, whatever it came as", async () => {
    const photo = await photograph(500, 400);
    for (const bytes of [await photo.clone().png().toBuffer(), await photo.clone().webp({ lossless: true }).toBuffer()])
      expect((await drawn(bytes)).format).toBe("jpeg");
  });

  it("keeps a flat WebP without loss, and what is transparent transparent", async () => {
    const letter = await flat(900).webp({ lossless: true }).toBuffer();
    expect((await drawn(letter)).format).toBe("png");
    const ink = await sharp({ create: { width: 40, height: 40, channels: 4, background: "#00000080" } })
      .png()
      .toBuffer();
    const result = await redrawImage(ink, most);
    expect(result.ok && (await sharp(result.value.bytes).metadata()).hasAlpha).toBe(true);
  });

  it("is never above the limit, nor by much above what came", async () => {
    const photo = await photograph(400, 300);
    const light = await photo.clone().jpeg({ quality: 35 }).toBuffer();
    const few = await photo.clone().png({ palette: true, effort: 1 }).toBuffer();
    const dense = await photo.clone().webp({ quality: 30 }).toBuffer();
    for (const bytes of [light, few, dense])
      expect((await drawn(bytes)).size).toBeLessThan(bytes.length * 1.25 + 64 * 1024);
    expect((await drawn(await photo.clone().png().toBuffer(), 15_000)).size).toBeLessThanOrEqual(15_000);
  });

  it("is refused when nothing makes it light enough", async () => {
    expect(await redrawImage(await (await photograph(400, 400)).png().toBuffer(), 1_000)).toEqual({
      ok: false,
      reason: "too_large",
    });
  });

  it("has twelve million pixels at most, with the same shape", async () => {
    const { width, height } = await drawn(await flat(6_000, 3_000).jpeg().toBuffer());
    expect(width * height).toBeLessThanOrEqual(12_000_000);
    expect(width / height).toBeCloseTo(2, 2);
  });
});

describe("an image is refused before it is drawn", () => {
  it("Q23: when it says that it has 2.5 billion pixels", async () => {
    const header = Buffer.from("89504e470d0a1a0a0000000d494844520000c3500000c3500802000000", "hex");
    const png = Buffer.concat([header, Buffer.alloc(4), Buffer.from("0000000049454e44ae426082", "hex")]);
    expect(await refusal(png)).toMatch(/too_many_pixels|unreadable_image/);
  });

  it("when its decoder would hold it whole and it is large: a WebP without loss of 2 kB, a GIF", async () => {
    expect(await refusal(await flat(3_300, 3_200).webp({ lossless: true, effort: 0 }).toBuffer())).toBe(
      "large_for_kind",
    );
    expect(await refusal(await flat(3_300, 3_200).gif({ effort: 1 }).toBuffer())).toBe("large_for_kind");
  });

  it("when it is cut", async () => {
    const png = await flat(40).png().toBuffer();
    const jpeg = await (await photograph(200, 200)).jpeg().toBuffer();
    expect(await refusal(png.subarray(0, 60))).toBe("unreadable_image");
    expect(await refusal(jpeg.subarray(0, jpeg.length / 2))).toBe("unreadable_image");
  });
});

describe("drawLogo", () => {
  it("draws twice as fine as it is shown", async () => {
    const result = await drawLogo(await flat(500).png().toBuffer());
    expect(result.ok && { ...result.value, bytes: 0 }).toEqual({ bytes: 0, width: 44, height: 44 });
  });

  it("refuses more pixels than a logo has any use for, drawn or told by an SVG", async () => {
    const tall = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="3000"><rect width="9" height="9"/></svg>`;
    expect(await drawLogo(await flat(5_000).png().toBuffer())).toEqual({ ok: false, reason: "unreadable_image" });
    expect(await drawLogo(Buffer.from(tall))).toEqual({ ok: false, reason: "unreadable_image" });
    expect((await drawLogo(await flat(4_000).png().toBuffer())).ok).toBe(true);
  });
});
