import { createAutosaver, type AutosaverState, type SaveReply } from "./autosaver";

const saved: SaveReply = { kind: "saved", at: new Date("2026-11-23T14:32:00Z") };

function setUp(replies: readonly SaveReply[]) {
  const sent: string[] = [];
  const said: AutosaverState["kind"][] = [];
  const queue = [...replies];
  const saver = createAutosaver({
    send: async (path) => {
      sent.push(path);
      return queue.shift() ?? saved;
    },
    onState: (state) => said.push(state.kind),
    firstWait: 100,
    maxWait: 400,
  });
  return { saver, sent, said };
}

describe("autosave", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it("saves a field once, after the pause, however often it changed", async () => {
    const { saver, sent, said } = setUp([]);
    saver.note("person.name", 50);
    saver.note("person.name", 50);
    await jest.advanceTimersByTimeAsync(49);
    expect(sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(["person.name"]);
    expect(said).toEqual(["saving", "saved"]);
  });

  it("saves fields one after the other, in the order they changed", async () => {
    const { saver, sent } = setUp([]);
    saver.note("a.one", 50);
    saver.note("a.two", 50);
    await saver.flush();
    expect(sent).toEqual(["a.one", "a.two"]);
  });

  it("says that it is offline, then tries again, waiting longer each time", async () => {
    const { saver, sent, said } = setUp([{ kind: "offline" }, { kind: "offline" }]);
    saver.note("a.one", 0);
    await jest.advanceTimersByTimeAsync(0);
    expect(said).toEqual(["saving", "offline"]);
    await jest.advanceTimersByTimeAsync(99);
    expect(sent).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(199);
    expect(sent).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(["a.one", "a.one", "a.one"]);
    expect(said.at(-1)).toBe("saved");
  });

  it("stops at a stale edition and keeps what was not saved", async () => {
    const { saver, sent } = setUp([{ kind: "stale" }, { kind: "stale" }]);
    saver.note("a.one", 0);
    saver.note("a.two", 0);
    expect(await saver.flush()).toEqual({ kind: "stale" });
    expect(sent).toEqual(["a.one"]);
    await saver.flush();
    expect(sent).toEqual(["a.one", "a.two"]);
  });

  it("does not insist on what the server refuses", async () => {
    const { saver, sent } = setUp([{ kind: "refused" }]);
    saver.note("a.one", 0);
    expect(await saver.flush()).toEqual({ kind: "idle" });
    await jest.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual(["a.one"]);
  });

  it("sends nothing more once stopped", async () => {
    const { saver, sent } = setUp([]);
    saver.note("a.one", 10);
    saver.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    await saver.flush();
    expect(sent).toEqual([]);
  });
});
