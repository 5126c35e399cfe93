import sharp, { type Sharp } from "sharp";
import { done, refuse, type Result } from "@/lib/shared/result";
import { fileLimits, type AcceptedType } from "./rules";

/** Apart: a logo slow to draw must not hold up what citizens send. */
const citizensTurn = oneAtATime();
const logosTurn = oneAtATime();

type ImageType = Exclude<AcceptedType, "application/pdf">;

/**
 * Draws the image anew: what is kept is pixels alone, upright; no place, no camera, no hidden file after the end.
 * A GIF keeps its first picture. Refuses what cannot be read or has more pixels than the limit, before drawing it.
 */
export async function redrawImage(
  bytes: Buffer,
  type: ImageType,
): Promise<Result<Buffer, "unreadable_image" | "too_many_pixels">> {
  const options = {
    limitInputPixels: fileLimits.pixels,
    sequentialRead: true,
    failOn: "error",
    animated: false,
  } as const;
  return citizensTurn(async () => {
    try {
      const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
      if (width * height > fileLimits.pixels) return refuse("too_many_pixels");
      return done(await encode(sharp(bytes, options).rotate(), type).toBuffer());
    } catch {
      return refuse("unreadable_image");
    }
  });
}

function encode(image: Sharp, type: ImageType): Sharp {
  switch (type) {
    case "image/jpeg":
      return image.jpeg({ quality: 88, mozjpeg: false });
    case "image/png":
      return image.png({ compressionLevel: 7 });
    case "image/gif":
      return image.gif();
    case "image/webp":
      return image.webp({ quality: 88 });
  }
}

/** Of a logo on screen, in CSS pixels; it is drawn twice as fine. */
const logoSize = { height: 44, width: 220 } as const;
/** A drawing may ask for hours of work in a few bytes. */
const logoLimits = { pixels: 20_000_000, seconds: 5 } as const;

export type DrawnLogo = { png: Buffer; width: number; height: number };

/**
 * Draws a logo as the header shows it: a small PNG, twice as fine as its size in CSS pixels, whatever it came as. Of an SVG
 * only the drawing is left: neither script nor address. Refuses what is not an image.
 */
export async function drawLogo(bytes: Buffer): Promise<Result<DrawnLogo, "unreadable_image">> {
  return logosTurn(async () => {
    try {
      const source = sharp(bytes, { limitInputPixels: logoLimits.pixels, failOn: "error", density: 150 });
      const { format } = await source.metadata();
      if (!["png", "jpeg", "webp", "svg"].includes(format)) return refuse("unreadable_image");
      const { data, info } = await source
        .rotate()
        .resize({ height: 2 * logoSize.height, width: 2 * logoSize.width, fit: "inside" })
        .png({ compressionLevel: 9 })
        .timeout({ seconds: logoLimits.seconds })
        .toBuffer({ resolveWithObject: true });
      return done({ png: data, width: Math.round(info.width / 2), height: Math.round(info.height / 2) });
    } catch {
      return refuse("unreadable_image");
    }
  });
}

type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/** One image at a time: a large one takes memory, and twenty sent together must not take twenty times that. */
function oneAtATime(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
