import { plainPdf } from "@/db/test/sample-files";
import { pdfOf } from "@/db/test/sample-pdfs";
import { poolLimits } from "../inspecting/read-apart";
import { startPool, type Pool, type PoolLimits } from "./pool";

jest.setTimeout(120_000);

const mebibyte = 1024 * 1024;
/** Nothing here looks at a clock: processor time and memory alone end a reader. */
const patient: PoolLimits = { ...poolLimits, cpuMs: 150, lightCpuMs: 80, wallMs: 100_000 };
const pools: Pool[] = [];
const poolOf = (limits: Partial<PoolLimits> = {}) => {
  const pool = startPool({ ...patient, ...limits });
  pools.push(pool);
  return pool;
};
const read = (pool: Pool, bytes: Buffer, owner = "honest", address = owner) =>
  pool.read({ kind: "document", bytes, maxBytes: 10 * mebibyte, sender: { owner, address } });
const verdict = async (...args: Parameters<typeof read>) => {
  const reading = await read(...args);
  return reading.ok ? "read" : reading.reason;
};

/** Each object opens thousands of lists that nothing ends, and is looked for again to the end of the file: hours of work. */
const endless = Buffer.from(`%PDF-1.7\n${`1 0 obj\n${"[".repeat(3_000)}\n`.repeat(300)}`);
/** Lists of nothing, each of which takes a hundred times its two bytes. */
const swelling = pdfOf({ objects: ["[]".repeat(2_500_000).replace(/^/, "[").concat("]")] });

afterEach(() => {
  for (const pool of pools.splice(0)) pool.stop();
});

describe("readers of files", () => {
  it("end with a file that takes more than its processor time, and another reader takes over", async () => {
    const pool = poolOf();
    expect(await verdict(pool, endless, "attacker")).toBe("too_complex");
    expect(await verdict(pool, plainPdf)).toBe("read");
    expect(await verdict(pool, plainPdf, "attacker")).toBe("read");
  });

  it("end with a file that takes more than its memory", async () => {
    const pool = poolOf({ cpuMs: 100_000, lightCpuMs: 100_000 });
    expect(await verdict(pool, swelling, "attacker")).toBe("too_complex");
    expect(await verdict(pool, plainPdf)).toBe("read");
  });

  it("take nobody else's file with them", async () => {
    const pool = poolOf();
    const files = [...Array.from({ length: 4 }, () => endless), plainPdf, plainPdf];
    const verdicts = await Promise.all(
      files.map((bytes, index) => verdict(pool, bytes, index < 4 ? "attacker" : "honest")),
    );
    expect(verdicts).toEqual([...Array.from({ length: 4 }, () => "too_complex"), "read", "read"]);
  });

  it("serve a small file while a crowd of others, that came first, is not over", async () => {
    const pool = poolOf({ cpuMs: 1_000_000 });
    const over: string[] = [];
    for (let sent = 0; sent < 4; sent += 1) void verdict(pool, endless, "attacker").then((result) => over.push(result));
    expect(await verdict(pool, plainPdf)).toBe("read");
    expect(over).toEqual([]);
  });

  it("leave the portal free: it does other things while a file is read", async () => {
    const pool = poolOf();
    let turns = 0;
    let isOver = false;
    const reading = verdict(pool, endless).finally(() => (isOver = true));
    const turn = () => void (isOver || (turns++, setImmediate(turn)));
    turn();
    await reading;
    expect(turns).toBeGreaterThan(100);
  });

  it("say to come back in a moment to who waits with enough files already, and to nobody else", async () => {
    const pool = poolOf({ queue: { ...patient.queue, ofOwner: 2 } });
    const many = Array.from({ length: 6 }, () => verdict(pool, endless, "attacker"));
    const small = verdict(pool, plainPdf);
    expect((await Promise.all(many)).filter((reason) => reason === "readers_busy")).toHaveLength(2);
    expect(await small).toBe("read");
  });

  it("read again, once, what took long while they were asleep, then say to come back", async () => {
    const pool = poolOf({ wallMs: 1 });
    expect(await verdict(pool, endless)).toBe("readers_busy");
  });

  it("read nothing more once stopped", async () => {
    const pool = poolOf();
    expect(await verdict(pool, plainPdf)).toBe("read");
    pool.stop();
    let isAnswered = false;
    void verdict(pool, plainPdf).then(() => (isAnswered = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isAnswered).toBe(false);
  });
});
