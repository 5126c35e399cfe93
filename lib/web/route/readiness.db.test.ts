import { setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { noteNoRoom } from "@/lib/kernel/disk-room";
import { env } from "@/lib/kernel/env";
import { answerReadiness } from "./readiness";

const secret = "C".repeat(43);
const ask = async (authorization?: string) => {
  const headers = authorization ? { authorization } : undefined;
  const answer = await answerReadiness(new Request("http://localhost/api/pret", { headers }));
  return { status: answer.status, retry: answer.headers.get("retry-after"), body: (await answer.json()) as unknown };
};

afterAll(() => database().$client.end());

describe("/api/pret", () => {
  it.each([undefined, "Bearer ", "Bearer wrong", secret, `Bearer ${secret}x`])(
    "says to a stranger that the portal is ready, and nothing of how it is made: « %s »",
    async (authorization) => {
      expect(await ask(authorization)).toEqual({ status: 200, retry: null, body: { etat: "pret" } });
    },
  );

  it("tells the holder of the cron's secret what answers and which drivers run", async () => {
    const body = { etat: "pret", base: "ok", fichiers: "ok", disque: "ok", pilotes: env().drivers };
    expect(await ask(`Bearer ${secret}`)).toEqual({ status: 200, retry: null, body });
  });

  it("says that it is not ready, and what is missing to the holder alone", async () => {
    const broken = jest.spyOn(database(), "execute").mockRejectedValue(new Error("connect ECONNREFUSED 10.0.0.1"));
    expect(await ask()).toEqual({ status: 503, retry: "5", body: { etat: "indisponible" } });
    expect(await ask(`Bearer ${secret}`)).toMatchObject({
      status: 503,
      body: { base: "indisponible", fichiers: "ok" },
    });
    broken.mockRestore();
  });

  it("says that it is not ready once the disk is full, and that it is again when there is room", async () => {
    noteNoRoom();
    expect(await ask()).toEqual({ status: 503, retry: "5", body: { etat: "indisponible" } });
    expect(await ask(`Bearer ${secret}`)).toMatchObject({ status: 503, body: { base: "ok", disque: "plein" } });
    const restore = setClock(() => new Date(Date.now() + 61_000));
    expect(await ask()).toMatchObject({ status: 200 });
    restore();
  });
});
