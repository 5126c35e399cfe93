import { z } from "zod";
import { database } from "@/lib/kernel/database";
import { idleForm } from "@/lib/shared/form-state";
import { requiredText } from "@/lib/shared/form-schema";
import { done } from "@/lib/shared/result";
import { formAction } from "./form-action";
import { findRefusal, isRefusedRequest } from "./refused-request";

const request = () => new Headers({ host: "localhost:3000", origin: "http://localhost:3000" });
let mockRequest = request();
jest.mock("next/headers", () => ({
  headers: async () => mockRequest,
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));

beforeEach(() => {
  mockRequest = request();
});
afterAll(() => database().$client.end());

const action = formAction({
  name: "essai-titre",
  who: "anyone",
  schema: z.object({ name: requiredText("Saisissez votre nom.") }),
  run: async () => done(null),
  refusals: {},
  onDone: () => ({ status: "done" }),
});
const post = (name: string) => {
  const data = new FormData();
  data.set("name", name);
  return action(idleForm, data);
};

describe("the page that a request shows without JavaScript", () => {
  it("knows that something was refused, whatever its form: its title begins with « Erreur »", async () => {
    expect(await post("")).toMatchObject({ status: "error" });
    expect(await isRefusedRequest()).toBe(true);
    mockRequest = request();
    expect(await isRefusedRequest()).toBe(false);
  });

  it("finds what was refused, and what was typed, for a page that no longer holds the form", async () => {
    await post("\u0000");
    expect(await findRefusal()).toMatchObject({ errors: { name: expect.stringContaining("caractère invisible") } });
    mockRequest = request();
    expect(await findRefusal()).toBeNull();
  });

  it("knows of no refusal where there was none", async () => {
    expect(await post("Zoé")).toEqual({ status: "done" });
    expect(await isRefusedRequest()).toBe(false);
  });
});
