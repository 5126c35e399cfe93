import sharp from "sharp";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { DrawnLogo } from "../inspecting/verdict";

/** Of a logo on screen, in CSS pixels; it is drawn twice as fine. */
const logoSize = { height: 44, width: 220 } as const;
/** A drawing may ask for hours of work in a few bytes. */
const mostPixels = 20_000_000;

/**
 * Draws a logo as the header shows it: a small PNG, twice as fine as its size in CSS pixels, whatever it came as. Of an SVG
 * only the drawing is left: neither script nor address. Refuses what is not an image.
 */
export async function drawLogo(bytes: Buffer): Promise<Result<DrawnLogo, "unreadable_image">> {
  try {
    const source = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", density: 150 });
    const { format } = await source.metadata();
    if (!["png", "jpeg", "webp", "svg"].includes(format)) return refuse("unreadable_image");
    const { data, info } = await source
      .rotate()
      .resize({ height: 2 * logoSize.height, width: 2 * logoSize.width, fit: "inside" })
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    return done({ bytes: data, width: Math.round(info.width / 2), height: Math.round(info.height / 2) });
  } catch {
    return refuse("unreadable_image");
  }
}
