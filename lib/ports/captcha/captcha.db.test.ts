import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { solveChallenge } from "altcha-lib/v1";
import { clock, setClock } from "@/lib/kernel/clock";
import { sign } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import type { RobotChallenge } from "@/lib/shared/robot-fields";
import { openHcaptcha } from "./hcaptcha";
import { checkRobot, newRobotChallenge, newTimeToken, robotSettings } from "./index";
import type { RobotCheck } from "./port";
import { openSelfHosted } from "./self-hosted";

type Place = { check: RobotCheck; solve: () => Promise<string>; wrong: string; close: () => void };

async function solved({ challenge, salt, signature, algorithm, maxNumber }: RobotChallenge): Promise<string> {
  const found = await solveChallenge(challenge, salt, algorithm, maxNumber).promise;
  return btoa(JSON.stringify({ algorithm, challenge, salt, signature, number: found?.number }));
}

async function selfHostedPlace(): Promise<Place> {
  const check = openSelfHosted(200);
  const solve = async () => {
    const challenge = await check.challenge();
    if (!challenge) throw new Error("no challenge");
    return solved(challenge);
  };
  return { check, solve, wrong: "bm9uIGpzb24=", close: () => undefined };
}

/** What hCaptcha's verification does: a response is good once. */
async function hcaptchaPlace(): Promise<Place> {
  const seen = new Set<string>();
  const judge = async (request: IncomingMessage): Promise<boolean> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const given = new URLSearchParams(Buffer.concat(parts).toString());
    const answer = given.get("response") ?? "";
    const isGood = given.get("secret") === "secret" && given.get("sitekey") === "site" && answer.startsWith("good");
    const isFresh = !seen.has(answer);
    seen.add(answer);
    return isGood && isFresh;
  };
  const server = createServer((request, response) => {
    const headers = { "content-type": "application/json" };
    void judge(request).then((success) => response.writeHead(200, headers).end(JSON.stringify({ success })));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const verifyUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/siteverify`;
  let count = 0;
  const solve = async () => `good-${(count += 1)}`;
  return {
    check: openHcaptcha({ siteKey: "site", secret: "secret", verifyUrl }),
    solve,
    wrong: "bad",
    close: () => server.close(),
  };
}

afterAll(() => database().$client.end());

describe.each([
  ["self-hosted", selfHostedPlace],
  ["hcaptcha", hcaptchaPlace],
] as const)("captcha contract: %s", (driver, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place.close());

  it("knows a person by a right answer", async () => {
    expect(place.check.settings.driver).toBe(driver);
    expect(await place.check.verify(await place.solve(), "form")).toBe("human");
  });

  it("takes an answer once, whoever gives it", async () => {
    const answer = await place.solve();
    const verdicts = await Promise.all(["a", "b", "c", "d", "e"].map((form) => place.check.verify(answer, form)));
    expect(verdicts.filter((verdict) => verdict === "human")).toHaveLength(1);
    expect(await place.check.verify(answer, "f")).toBe("unsure");
  });

  it("does not take the same form sent again for a second use", async () => {
    const answer = await place.solve();
    expect(await place.check.verify(answer, "form")).toBe("human");
    expect(await place.check.verify(answer, "form")).toBe("human");
  });

  it("is not sure of a wrong answer, and never throws", async () => {
    for (const answer of [place.wrong, "", "null", btoa("null"), btoa("{}"), "x".repeat(10_000), "é&="])
      expect(await place.check.verify(answer, "form")).toBe("unsure");
  });
});

describe("the self-hosted check", () => {
  const check = openSelfHosted(200);
  const challenge = async () => (await check.challenge()) as RobotChallenge;
  const answerTo = async (given: RobotChallenge, over: object = {}) =>
    btoa(JSON.stringify({ ...(JSON.parse(atob(await solved(given))) as object), ...over }));

  it("refuses an answer whose end of life was moved, or is past", async () => {
    const given = await challenge();
    const salt = given.salt.replace(/expires=\d+/, "expires=99999999999");
    expect(await check.verify(await answerTo(given, { salt }), "form")).toBe("unsure");

    const answer = await answerTo(await challenge());
    const restore = setClock(() => new Date(Date.now() + 3 * 3600_000));
    expect(await check.verify(answer, "form")).toBe("unsure");
    restore();
  });

  it("refuses a challenge that it did not make", async () => {
    const salt = "abcdef?expires=99999999999&";
    const forged = createHash("sha256").update(`${salt}7`).digest("hex");
    const answer = { algorithm: "SHA-256", challenge: forged, salt, signature: "0".repeat(64), number: 7 };
    expect(await check.verify(btoa(JSON.stringify(answer)), "form")).toBe("unsure");
  });
});

describe("checkRobot", () => {
  const later = (seconds: number) => {
    const now = Date.now() + seconds * 1000;
    return setClock(() => new Date(now));
  };
  const given = { honeypot: "", time: "", answer: "", form: "form" };

  it("draws the self-hosted check where no other is configured", () => {
    expect(robotSettings()).toEqual({ driver: "self-hosted" });
  });

  it("takes for a robot who fills the trap, or forges the time", async () => {
    const time = newTimeToken();
    const restore = later(60);
    expect(await checkRobot({ ...given, time, honeypot: "https://spam.example" })).toBe("robot");
    expect(await checkRobot({ ...given, time: "" })).toBe("robot");
    expect(await checkRobot({ ...given, time: `${clock.now().getTime() - 60_000}.${sign("autre", "x")}` })).toBe(
      "robot",
    );
    restore();
  });

  it("asks to press again when it came in less than two seconds", async () => {
    const time = newTimeToken();
    const restore = later(1);
    expect(await checkRobot({ ...given, time })).toBe("too_fast");
    restore();
  });

  it("is unsure without a proof, or of a page that stayed open for more than twelve hours", async () => {
    const time = newTimeToken();
    let restore = later(30);
    expect(await checkRobot({ ...given, time })).toBe("unsure");
    restore();
    restore = later(13 * 3600);
    expect(await checkRobot({ ...given, time, answer: "x" })).toBe("unsure");
    restore();
  });

  it("knows a person who sent the proof of work of the page", async () => {
    const time = newTimeToken();
    const challenge = await newRobotChallenge();
    const restore = later(30);
    expect(challenge).not.toBeNull();
    if (challenge) expect(await checkRobot({ ...given, time, answer: await solved(challenge) })).toBe("human");
    restore();
  });
});

describe("hCaptcha, when its service does not answer", () => {
  it("is unsure, so that the code by e-mail remains", async () => {
    const check = openHcaptcha({ siteKey: "site", secret: "secret", verifyUrl: "http://127.0.0.1:1/siteverify" });
    expect(await check.verify("good", "form")).toBe("unsure");
  });
});
