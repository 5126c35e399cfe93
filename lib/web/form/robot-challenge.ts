import { NotFound } from "@/lib/kernel/errors";
import { newRobotChallenge } from "@/lib/ports/captcha";

/** The challenge that a page solves by itself. Absent when another driver runs. */
export async function answerRobotChallenge(): Promise<Response> {
  const challenge = await newRobotChallenge();
  if (!challenge) throw new NotFound();
  return Response.json(challenge, { headers: { "cache-control": "no-store" } });
}
