import { cronGuard } from "./cron-guard";

const secret = "C".repeat(43);
const call = (guard: (request: Request) => Promise<Response>, authorization?: string) =>
  guard(new Request("http://localhost/api/jobs", { headers: authorization ? { authorization } : {} }));

describe("cronGuard", () => {
  it("runs the jobs of who holds the secret", async () => {
    const answer = await call(
      cronGuard("jobs", async () => ({ ran: ["courriels"] })),
      `Bearer ${secret}`,
    );
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ran: ["courriels"] });
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it.each([undefined, "Bearer ", "Bearer wrong", secret, `Bearer ${secret}x`, `bearer ${secret}`])(
    "does not exist for « %s »",
    async (authorization) => {
      const work = jest.fn(async () => ({}));
      expect((await call(cronGuard("jobs", work), authorization)).status).toBe(404);
      expect(work).not.toHaveBeenCalled();
    },
  );

  it("says a number, and nothing else, of what broke", async () => {
    const broken = cronGuard("jobs", async () => {
      throw new Error("camille@example.org");
    });
    const answer = await call(broken, `Bearer ${secret}`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("camille");
  });
});
