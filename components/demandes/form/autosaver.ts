/** What one attempt to save a field gave. */
export type SaveReply =
  | { kind: "saved"; at: Date }
  /** Another tab or device wrote meanwhile. */
  | { kind: "stale" }
  /** The draft is no longer ours: the session ended. */
  | { kind: "lost" }
  /** The server understood and will never accept: trying again is useless. */
  | { kind: "refused" }
  | { kind: "offline" };

export type AutosaverState =
  { kind: "idle" } | { kind: "saving" } | { kind: "saved"; at: Date } | { kind: "offline" | "stale" | "lost" };

type Options = {
  /** Sends what the field at `path` holds now. Never rejects. */
  send: (path: string) => Promise<SaveReply>;
  onState: (state: AutosaverState) => void;
  /** First wait after a failure, doubled up to `maxWait`; milliseconds. */
  firstWait?: number;
  maxWait?: number;
};

export type Autosaver = {
  /** The field at `path` changed: it is saved after `delay` milliseconds, unless something saves it before. */
  note: (path: string, delay: number) => void;
  /** Saves everything that waits, now. Resolves to the state reached. */
  flush: () => Promise<AutosaverState>;
  /** Saves nothing more: the page goes away, or its form has left with everything. */
  stop: () => void;
};

/** Saves fields one at a time, in order; after a failure, tries again and again, waiting longer each time. */
export function createAutosaver({ send, onState, firstWait = 2_000, maxWait = 60_000 }: Options): Autosaver {
  const waiting = new Set<string>();
  let running: Promise<AutosaverState> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isStopped = false;

  function plan(delay: number) {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void flush(), delay);
  }

  function say(state: AutosaverState): AutosaverState {
    if (!isStopped) onState(state);
    return state;
  }

  async function run(): Promise<AutosaverState> {
    let reached: AutosaverState = { kind: "idle" };
    for (let path = first(waiting); path !== undefined; path = first(waiting)) {
      waiting.delete(path);
      say({ kind: "saving" });
      const reply = await send(path);
      if (reply.kind === "refused") continue;
      if (reply.kind === "saved") {
        failures = 0;
        reached = say({ kind: "saved", at: reply.at });
        continue;
      }
      waiting.add(path);
      if (reply.kind === "offline") plan(Math.min(maxWait, firstWait * 2 ** failures++));
      return say({ kind: reply.kind });
    }
    return reached;
  }

  function flush(): Promise<AutosaverState> {
    clearTimeout(timer);
    if (isStopped) return Promise.resolve({ kind: "idle" });
    running ??= run().finally(() => (running = undefined));
    return running;
  }

  return {
    note(path, delay) {
      waiting.add(path);
      if (failures === 0) plan(delay);
    },
    flush,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

function first(paths: ReadonlySet<string>): string | undefined {
  return paths.values().next().value;
}
