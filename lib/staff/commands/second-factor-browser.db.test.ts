import { anonymous, type Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { findInvitation } from "../queries/find-invitation";
import { browser, invited, lastLink, linkCode, newAdmin, password, settleTown } from "../testing";
import { chooseAgentPassword, setSecondFactor } from "./activate-agent";
import { sendInvitation } from "./invite-agent";

let admin: Admin;
beforeAll(async () => {
  await settleTown();
  admin = await newAdmin();
});
afterAll(() => database().$client.end());

describe("the second factor of an agent", () => {
  it("shows its secret to the browser that began, and to nobody who only read the letter", async () => {
    const { jeton } = await invited(admin);
    await chooseAgentPassword(anonymous, { jeton, password });
    expect(await findInvitation(jeton, null)).toMatchObject({ state: "valid", invitation: { setup: null } });
    const [mine, theirs] = [await findInvitation(jeton, browser), await findInvitation(jeton, "un autre")];
    if (mine.state !== "valid" || theirs.state !== "valid") throw new Error("not valid");
    expect(theirs.invitation.setup?.secret).not.toBe(mine.invitation.setup?.secret);
    const code = linkCode(jeton);
    expect(await setSecondFactor(anonymous, { jeton, code }, null)).toEqual({ ok: false, reason: "not_begun" });
    expect(await setSecondFactor(anonymous, { jeton, code }, "un autre")).toMatchObject({ reason: "wrong_code" });
    expect(await setSecondFactor(anonymous, { jeton, code }, browser)).toMatchObject({ ok: true });
  });

  it("shows the same secret each time the link is opened, and another for another link", async () => {
    const { agentId, email, jeton } = await invited(admin);
    const [one, two] = [await findInvitation(jeton, browser), await findInvitation(jeton, browser)];
    expect(one).toEqual(two);
    expect(one).toMatchObject({ invitation: { setup: { demonstrationCode: null } } });
    await sendInvitation(admin, { agentId });
    const other = await findInvitation(await lastLink(email), browser);
    if (one.state !== "valid" || other.state !== "valid") throw new Error("not valid");
    expect(other.invitation.setup?.secret).not.toBe(one.invitation.setup?.secret);
    expect(one.invitation.setup?.uri).toMatch(/^otpauth:\/\/totp\//);
  });
});
