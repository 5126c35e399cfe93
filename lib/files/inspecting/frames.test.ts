import fc from "fast-check";
import { frame, readFrames } from "./frames";

describe("frames", () => {
  it("come out as they went in, however they were cut on the way", () => {
    const sent = fc.array(fc.record({ header: fc.jsonValue(), body: fc.uint8Array({ maxLength: 50 }) }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(sent, fc.integer({ min: 1, max: 20 }), (frames, step) => {
        const received: unknown[] = [];
        const read = readFrames((header, body) => received.push([header, body.toString("hex")]));
        const all = Buffer.concat(frames.flatMap(({ header, body }) => frame(header, body)));
        for (let from = 0; from < all.length; from += step) read(all.subarray(from, from + step));
        expect(received).toEqual(
          frames.map(({ header, body }) => [
            JSON.parse(JSON.stringify(header)) as unknown,
            Buffer.from(body).toString("hex"),
          ]),
        );
      }),
    );
  });

  it("refuse a length that nothing of ours has", () => {
    const read = readFrames(() => undefined);
    expect(() => read(Buffer.alloc(8, 0xff))).toThrow("no frame");
  });
});
