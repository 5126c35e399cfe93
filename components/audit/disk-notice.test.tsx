import { render, screen } from "@testing-library/react";
import { DiskNotice } from "./disk-notice";

describe("what administrators are told of the disk", () => {
  it.each([
    [{ state: "full", freeMegabytes: 58 }, /Le disque est plein.*Il reste 58/],
    [{ state: "full", freeMegabytes: null }, /Le disque est plein/],
    [{ state: "full", freeMegabytes: 793 }, /Une écriture vient d’être refusée.*Il reste 793.*celui de la base/],
    [{ state: "low", freeMegabytes: 400 }, /Le disque se remplit.*Il reste 400/],
  ] as const)("%j", (room, words) => {
    render(<DiskNotice room={{ ...room, leastMegabytes: 200 }} />);
    expect(document.body.textContent).toMatch(words);
    expect(screen.queryByText(/Le disque est plein/) !== null).toBe(
      room.freeMegabytes !== 793 && room.state === "full",
    );
  });

  it("nothing while there is enough", () => {
    render(<DiskNotice room={{ state: "enough", freeMegabytes: 9_000, leastMegabytes: 200 }} />);
    expect(document.body.textContent).toBe("");
  });
});
