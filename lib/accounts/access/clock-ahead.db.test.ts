import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { findAccountSession } from "../queries/find-account-session";
import { findLink } from "../queries/find-link";
import { active, comeBack, invited, travel } from "../testing/accounts";

const day = 24 * 60;
afterEach(comeBack);
afterAll(() => database().$client.end());

describe("what was written while the clock ran ahead, once it is put right", () => {
  it("leaves no session open until that day", async () => {
    travel(3 * day);
    const { session } = await active();
    expect(await findAccountSession(hashSecret(session.secret))).not.toBeNull();
    comeBack();
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
  });

  it("leaves no link alive until that day, and lets another be asked for", async () => {
    travel(3 * day);
    const { email, jeton } = await invited();
    expect(await findLink(jeton, "activation")).toMatchObject({ state: "valid" });
    comeBack();
    expect(await findLink(jeton, "activation")).toEqual({ state: "expired" });
    const again = await invited(email);
    expect(await findLink(again.jeton, "activation")).toMatchObject({ state: "valid" });
  });

  it("loses nothing when the clocks of two machines differ a little", async () => {
    travel(2);
    const { session } = await active();
    const { jeton } = await invited();
    comeBack();
    expect(await findAccountSession(hashSecret(session.secret))).not.toBeNull();
    expect(await findLink(jeton, "activation")).toMatchObject({ state: "valid" });
  });
});
