import { fairQueue, type Waiting } from "./queue";

type Item = Waiting & { id: string };
const bounds = { ofOwner: 3, ofAddress: 5, all: 8, bytes: 100 };
const item = (id: string, owner: string, address = owner, bytes = 1): Item => ({ id, owner, address, bytes });
const any = () => true;

function queue(places = 3) {
  const dropped: string[] = [];
  const line = fairQueue<Item>(bounds, places, ({ id }) => dropped.push(id));
  /** Takes and ends, one after the other. */
  const order = () => {
    const served: string[] = [];
    for (let next = line.take(any); next; next = line.take(any)) {
      served.push(next.id);
      line.end(next);
    }
    return served;
  };
  const add = (...items: Item[]) => items.map((one) => line.add(one));
  return { line, dropped, order, add };
}

describe("the line before the readers", () => {
  it("serves one of each in turn, not one person's crowd first", () => {
    const { add, order } = queue();
    add(item("a1", "a"), item("a2", "a"), item("a3", "a"), item("b1", "b"), item("c1", "c"));
    expect(order()).toEqual(["a1", "b1", "c1", "a2", "a3"]);
  });

  it("serves addresses in turn, then at each the persons in turn: many guests of one address are one crowd", () => {
    const { add, order } = queue();
    add(item("a1", "a", "x"), item("b1", "b", "x"), item("a2", "a", "x"), item("d1", "d", "y"), item("d2", "d", "y"));
    expect(order()).toEqual(["a1", "d1", "b1", "d2", "a2"]);
  });

  it("never gives every place to one person", () => {
    const { line, add } = queue(3);
    add(item("a1", "a"), item("a2", "a"), item("a3", "a"));
    expect([line.take(any)?.id, line.take(any)?.id, line.take(any)]).toEqual(["a1", "a2", null]);
    add(item("b1", "b"));
    expect(line.take(any)?.id).toBe("b1");
  });

  it("gives the next place to who has nothing running", () => {
    const { line, add } = queue(3);
    add(item("a1", "a"), item("a2", "a"));
    line.take(any);
    add(item("b1", "b"));
    expect(line.take(any)?.id).toBe("b1");
  });

  it("refuses who waits with enough already, and lets others in", () => {
    const { add } = queue();
    expect(add(item("a1", "a"), item("a2", "a"), item("a3", "a"), item("a4", "a"))).toEqual([true, true, true, false]);
    expect(add(item("b1", "b"))).toEqual([true]);
  });

  it("refuses an address that waits with enough, whoever asks", () => {
    const { add } = queue();
    const guests = Array.from({ length: 6 }, (_, index) => item(`g${index}`, `guest ${index}`, "x"));
    expect(add(...guests)).toEqual([true, true, true, true, true, false]);
  });

  it("full, makes room for who has nothing in it, at the end of the longest line", () => {
    const { add, dropped, order } = queue();
    const crowd = Array.from({ length: 5 }, (_, index) => item(`x${index}`, `guest ${index}`, "x"));
    add(...crowd, item("y1", "y"), item("y2", "y"), item("y3", "y"));
    expect(add(item("z1", "z"))).toEqual([true]);
    expect(dropped).toEqual(["x4"]);
    expect(order()).toContain("z1");
  });

  it("full of one each, refuses", () => {
    const { add, dropped } = queue();
    add(...Array.from({ length: 8 }, (_, index) => item(`i${index}`, `${index}`)));
    expect(add(item("z", "z"))).toEqual([false]);
    expect(dropped).toEqual([]);
  });

  it("counts bytes: the heaviest crowd makes room, a lone file too heavy for what is left does not enter", () => {
    const { add, dropped } = queue();
    add(item("a1", "a", "a", 40), item("a2", "a", "a", 40));
    expect(add(item("b1", "b", "b", 30))).toEqual([true]);
    expect(dropped).toEqual(["a2"]);
    expect(add(item("c1", "c", "c", 60))).toEqual([false]);
  });

  it("takes only what suits the place, and serves first what was put back", () => {
    const { line, add } = queue();
    add(item("heavy", "a", "a", 50), item("light", "b", "b", 1));
    const light = line.take(({ bytes }) => bytes < 10);
    expect(light?.id).toBe("light");
    if (!light) return;
    line.end(light);
    line.putBack(light);
    add(item("b2", "b"));
    expect([line.take(any)?.id, line.take(any)?.id, line.take(any)?.id]).toEqual(["heavy", "light", "b2"]);
  });
});
