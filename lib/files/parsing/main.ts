import { Socket } from "node:net";
import { frame, readFrames } from "../inspecting/frames";
import type { Answer, Order } from "../inspecting/verdict";
import { startGuard } from "./guard";
import { judge, warmUp } from "./judge";

/** Where answers go: the standard output is a library's to write on. */
const answersDescriptor = 3;
/** What is left of one file takes from the memory of the next: above, another process takes over. */
const most = { orders: 500, bytesLeft: 32 * 1024 * 1024 } as const;

/**
 * A reader: one order at a time on the standard input, one answer each. It has none of the portal's settings or keys, touches
 * no file, and ends with the portal. What it cannot survive, it does not: the portal starts another.
 */
export async function serveOrders(): Promise<void> {
  await warmUp();
  const guard = startGuard();
  const answers = new Socket({ fd: answersDescriptor, readable: false });
  const say = (answer: Answer, bytes?: Uint8Array) => {
    for (const part of frame(answer, bytes)) if (part.length > 0) answers.write(part);
  };
  let orders = 0;
  const serve = async (order: Order, bytes: Buffer) => {
    guard.start(order);
    const result = await judge(order, bytes);
    guard.stop();
    orders += 1;
    const isLast = orders >= most.orders || guard.bytesAboveRest() > most.bytesLeft;
    if (result.ok) {
      const { bytes: read, ...details } = result.value;
      say({ type: "read", details, isLast }, read);
    } else if (result.reason === "heavy") say({ type: "heavy" });
    else say({ type: "refused", reason: result.reason, isLast });
  };
  process.stdin.on(
    "data",
    readFrames((order, bytes) => void serve(order as Order, bytes)),
  );
  process.stdin.on("end", () => process.exit(0));
  say({ type: "ready" });
}
