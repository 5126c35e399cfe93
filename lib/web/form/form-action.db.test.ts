import { z } from "zod";
import { QueryFailed } from "@/db/query-failed";
import { setClock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import { database } from "@/lib/kernel/database";
import { logger } from "@/lib/kernel/logger";
import { idleForm } from "@/lib/shared/form-state";
import { requiredText } from "@/lib/shared/form-schema";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { Admin, Anonymous, Citizen, Staff } from "@/lib/kernel/actor";
import { formAction } from "./form-action";
import { robotFieldsProps } from "./robot";
import { guestFields } from "../session/who-acts";

const sent = new Map<string, string>();
const jar = new Map<string, string>();

jest.mock("next/headers", () => ({
  headers: async () => ({ get: (name: string) => sent.get(name) ?? null }),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

class Gone extends Error {}
jest.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Gone(`redirect ${to}`);
  },
  notFound: () => {
    throw new Gone("not found");
  },
  unstable_rethrow: (error: unknown) => {
    if (error instanceof Gone) throw error;
  },
}));

const run = jest.fn(async (_actor: unknown, input: { name: string }): Promise<Result<string, "taken" | "bad_fields">> =>
  done(input.name),
);
let actions = 0;

type More = {
  who?: "anyone" | "visitor" | "citizen";
  limit?: { max: number; windowSeconds: number };
  robot?: { email: string };
  alsoJudge?: Parameters<typeof formAction>[0]["alsoJudge"];
};

function action(more: More = {}) {
  return formAction({
    name: `essai-${(actions += 1)}`,
    who: more.who ?? "anyone",
    limit: more.limit,
    robot: more.robot,
    alsoJudge: more.alsoJudge,
    schema: z.object({ name: requiredText("Saisissez votre nom."), password: z.string().optional() }),
    run,
    refusals: {
      taken: { field: "name", message: "Ce nom est déjà pris." },
      bad_fields: (details) => ({ errors: details }),
    },
    onDone: (name) => ({ status: "done", message: `Bonjour ${name}` }),
  });
}

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

beforeEach(() => {
  run.mockClear();
  jar.clear();
  sent.clear();
  for (const [name, value] of [
    ["host", "localhost:3000"],
    ["origin", "http://localhost:3000"],
    ["x-parvis-socket", "203.0.113.9"],
  ] as const)
    sent.set(name, value);
});
afterAll(() => database().$client.end());

describe("formAction", () => {
  it("runs the command with the actor and the checked input, and answers", async () => {
    expect(await action()(idleForm, form({ name: " Zoé ", $ACTION_KEY: "x", extra: "1" }))).toEqual({
      status: "done",
      message: "Bonjour Zoé",
    });
    expect(run).toHaveBeenCalledWith({ kind: "anonymous", guest: null }, { name: "Zoé" });
  });

  it("gives back what was typed, secrets left out, beside one sentence a field", async () => {
    const state = await action()(idleForm, form({ name: "", password: "secret", other: "gardé" }));
    expect(state).toEqual({
      status: "error",
      errors: { name: "Saisissez votre nom." },
      formError: undefined,
      values: { name: "", other: "gardé" },
      attempt: 1,
    });
    expect(await action()(state, form({ name: "" }))).toMatchObject({ attempt: 2 });
    expect(run).not.toHaveBeenCalled();
  });

  it("says what the command alone judges with all that is wrong, in the order of the controls", async () => {
    const alsoJudge = async () => ({ password: "Facile.", name: "Tu." });
    const errors = { name: "Saisissez votre nom.", password: "Facile." };
    expect(await action({ alsoJudge })(idleForm, form({ name: "" }))).toMatchObject({ errors });
  });

  it("says what is wrong in a form that came fast, and that it came fast only when nothing else is wrong", async () => {
    const [restore, act] = [setClock(() => new Date("2026-11-29T10:00:00Z")), action({ robot: { email: "email" } })];
    const fast = { "robot-depuis": robotFieldsProps().time, email: "a@example.org" };
    expect(await act(idleForm, form({ ...fast, name: "" }))).toMatchObject({
      errors: { name: "Saisissez votre nom." },
      formError: undefined,
    });
    expect(await act(idleForm, form({ ...fast, name: "Zoé" }))).toMatchObject({
      errors: {},
      formError: expect.stringContaining("revenu très vite") as string,
    });
    expect(run).not.toHaveBeenCalled();
    restore();
  });

  it.each([
    ["without Origin", { origin: "" }],
    ["from another origin", { origin: "https://malveillant.example" }],
    ["with a spoofed host", { "x-forwarded-host": "malveillant.example" }],
  ])("changes nothing when posted %s, even where proxy.ts did not run", async (_case, headers) => {
    for (const [name, value] of Object.entries(headers)) {
      sent.delete(name);
      if (value !== "") sent.set(name, value);
    }
    expect(await action()(idleForm, form({ name: "Zoé" }))).toMatchObject({ status: "error", values: { name: "Zoé" } });
    expect(run).not.toHaveBeenCalled();
  });

  it("counts tries by address, whatever X-Forwarded-For pretends", async () => {
    const act = action({ limit: { max: 3, windowSeconds: 60 } });
    const states = [];
    for (let i = 0; i < 5; i += 1) {
      sent.set("x-forwarded-for", `198.51.100.${i}`);
      states.push((await act(idleForm, form({ name: "Zoé" }))).status);
    }
    expect(states).toEqual(["done", "done", "done", "error", "error"]);
    sent.set("x-parvis-socket", "203.0.113.10");
    expect((await act(idleForm, form({ name: "Zoé" }))).status).toBe("done");
  });

  it("asks who before it reads, and keeps what was typed when the session has ended", async () => {
    const state = await action({ who: "citizen" })(idleForm, form({ name: "" }));
    expect(state).toMatchObject({
      status: "error",
      errors: {},
      formError: expect.stringContaining("Votre session a pris fin") as string,
      values: { name: "" },
    });
    expect(run).not.toHaveBeenCalled();
  });

  it("tells whose session has just ended that it has, where what is theirs cannot be found any more", async () => {
    run.mockRejectedValueOnce(new NotFound());
    await expect(action()(idleForm, form({ name: "Zoé" }))).rejects.toThrow("not found");
    jar.set("parvis_session", "A".repeat(43));
    run.mockRejectedValueOnce(new NotFound());
    expect(await action()(idleForm, form({ name: "Zoé" }))).toMatchObject({
      status: "error",
      formError: expect.stringContaining("Votre session a pris fin") as string,
      values: { name: "Zoé" },
    });
  });

  it("tells who writes without account that their key has ended, and keeps what was typed", async () => {
    jar.set("parvis_guest", "A".repeat(43));
    run.mockRejectedValueOnce(new NotFound());
    expect(await action()(idleForm, form({ name: "Zoé" }))).toMatchObject({
      status: "error",
      formError: expect.stringContaining("se referme après une heure") as string,
      values: { name: "Zoé" },
    });
  });

  it("says a refusal beside its field, or as the details say", async () => {
    run.mockResolvedValueOnce(refuse("taken"));
    expect(await action()(idleForm, form({ name: "Zoé" }))).toMatchObject({
      errors: { name: "Ce nom est déjà pris." },
    });
    run.mockResolvedValueOnce(refuse("bad_fields", { "a.b": "Faux." }));
    expect(await action()(idleForm, form({ name: "Zoé" }))).toMatchObject({ errors: { "a.b": "Faux." } });
  });

  it("numbers what nobody expected, logs no value, and keeps what was typed", async () => {
    const logged = jest.spyOn(logger(), "error").mockImplementation(() => undefined);
    run.mockRejectedValueOnce(new Error("canari personnel"));
    const state = await action()(idleForm, form({ name: "Zoé" }));
    const number = /numéro (\d{9})/.exec(state.status === "error" ? (state.formError ?? "") : "")?.[1];
    expect(number).toBeDefined();
    expect(logged).toHaveBeenCalledTimes(1);
    const line = JSON.stringify(logged.mock.calls);
    expect(line).toContain(number);
    expect(line).not.toContain("canari");
    logged.mockRestore();
  });

  it.each([
    ["53100", /^Le portail manque de place .*\(numéro \d{9}\)\. Les administrateurs en sont prévenus\./],
    ["57P01", /^Le portail est momentanément indisponible \(numéro \d{9}\)\./],
    ["CONNECTION_CLOSED", /^Le portail est momentanément indisponible \(numéro \d{9}\)\./],
  ])("says a full disk and a database that restarts in words (%s), and keeps what was typed", async (code, words) => {
    jest.spyOn(logger(), "error").mockImplementationOnce(() => undefined);
    run.mockRejectedValueOnce(new QueryFailed(Object.assign(new Error("x"), { code })));
    expect(await action()(idleForm, form({ name: "Zoé" }))).toMatchObject({
      status: "error",
      values: { name: "Zoé" },
      formError: expect.stringMatching(words) as string,
    });
  });

  it("gives a browser without account the key of what it opens, once the form is right, and keeps it on a device of one’s own", async () => {
    const seen: (Citizen | Anonymous)[] = [];
    const act = formAction({
      name: "essai-cle",
      who: "guest",
      schema: z.object({ name: requiredText("Saisissez votre nom."), ...guestFields }),
      run: async (actor, input) => {
        seen.push(actor);
        return done(input.name);
      },
      refusals: {},
      onDone: (name, input, actor) => ({ status: "done", message: `${name} ${input.ownDevice ?? "no"} ${actor.kind}` }),
    });
    expect(await act(idleForm, form({ name: "" }))).toMatchObject({ status: "error" });
    expect(jar.has("parvis_guest")).toBe(false);
    expect(await act(idleForm, form({ name: "Zoé" }))).toMatchObject({ message: "Zoé no anonymous" });
    const first = jar.get("parvis_guest");
    expect(await act(idleForm, form({ name: "Zoé", ownDevice: "yes" }))).toMatchObject({
      message: "Zoé yes anonymous",
    });
    expect(jar.get("parvis_guest")).toBe(first);
    const [one, other] = seen;
    expect(one).toEqual({ kind: "anonymous", guest: expect.any(String) as string });
    expect(other).toEqual(one);
  });

  it("gives a visitor no key", async () => {
    await action({ who: "visitor" })(idleForm, form({ name: "Zoé" }));
    expect(run).toHaveBeenCalledWith({ kind: "anonymous", guest: null }, { name: "Zoé" });
    expect(jar.has("parvis_guest")).toBe(false);
  });

  it("shows the page that does not exist when the command finds nothing", async () => {
    run.mockRejectedValueOnce(new NotFound());
    await expect(action()(idleForm, form({ name: "Zoé" }))).rejects.toThrow("not found");
  });

  it("refuses kindly a character that cannot be stored, and what is not a form", async () => {
    expect(await action()(idleForm, form({ name: "Zo\u0000é" }))).toMatchObject({
      errors: { name: expect.stringContaining("caractère invisible") as string },
    });
    expect(await action()(null as never, { name: "Zoé" } as never)).toMatchObject({
      status: "error",
      errors: { name: "Saisissez votre nom." },
    });
  });
});

describe("what does not compile", () => {
  const schema = z.object({ name: z.string() });
  const spec = { name: "essai-type", schema, refusals: {}, onDone: () => ({ status: "done" }) as const };
  const nothing = async () => done(null);
  const ofVisitor = async (_actor: Citizen | Anonymous) => done(null);
  const ofAgent = async (_actor: Staff) => done(null);
  const ofGuest = async (_actor: Citizen | (Anonymous & { guest: string })) => done(null);

  it("is an action whose command serves another side, or a key that nobody said where to keep", () => {
    const wrong = [
      // @ts-expect-error -- at a door, an agent may be the one who is signed in
      () => formAction({ ...spec, who: "anyone", run: ofVisitor }),
      // @ts-expect-error -- a visitor is never an agent
      () => formAction({ ...spec, who: "visitor", run: ofAgent }),
      // @ts-expect-error -- a visitor may hold no key
      () => formAction({ ...spec, who: "visitor", run: ofGuest }),
      // @ts-expect-error -- the form of a guest says whose device it is
      () => formAction({ ...spec, who: "guest", run: nothing }),
      // @ts-expect-error -- an agent decides nothing as an administrator
      () => formAction({ ...spec, who: "agent", run: async (_actor: Admin) => done(null) }),
    ];
    const right = [
      () => formAction({ ...spec, who: "visitor", run: ofVisitor }),
      () => formAction({ ...spec, schema: schema.extend(guestFields), who: "guest", run: ofGuest }),
      () => formAction({ ...spec, who: "admin", run: ofAgent }),
    ];
    expect([...wrong, ...right].map((make) => typeof make())).toEqual(Array(8).fill("function"));
  });
});
