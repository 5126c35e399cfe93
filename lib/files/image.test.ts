import sharp from "sharp";
import { drawLogo, redrawImage } from "./image";

const png = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: "#2f5d50" } })
    .png()
    .toBuffer();

describe("drawLogo", () => {
  it("refuses more pixels than a logo has any use for, drawn or told by an SVG", async () => {
    const tall = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="3000"><rect width="9" height="9"/></svg>`;
    expect(await drawLogo(await png(5_000))).toEqual({ ok: false, reason: "unreadable_image" });
    expect(await drawLogo(Buffer.from(tall))).toEqual({ ok: false, reason: "unreadable_image" });
    expect((await drawLogo(await png(4_000))).ok).toBe(true);
  });

  it("does not keep the files of citizens waiting, nor waits for them", async () => {
    const [large, small] = [await png(3_000), await png(100)];
    const ended: string[] = [];
    await Promise.all([
      ...["first", "second", "third"].map(async (name) => {
        await redrawImage(large, "image/png");
        ended.push(name);
      }),
      drawLogo(small).then(() => ended.push("logo")),
    ]);
    expect(ended.indexOf("logo")).toBeLessThan(ended.indexOf("third"));
  });
});
