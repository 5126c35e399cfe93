import { z } from "zod";
import { clock } from "@/lib/kernel/clock";
import { newSecret } from "@/lib/kernel/crypto";
import { findDevice, type DeviceOwner, type KnownDevice } from "@/lib/kernel/known-devices";
import { keepSecret } from "./auth";
import { keepSealed, readSealed } from "./sealed-cookie";

const lifeMinutes = 180 * 24 * 60;
/** A family at one computer; the account used least recently makes room. */
const maxAccounts = 4;

const devicesSchema = z.array(
  z.object({ owner: z.string(), epoch: z.number(), device: z.string(), until: z.number() }),
);

/** The accounts to which this browser signed in, the last one first. */
export async function readKnownDevices(): Promise<KnownDevice[]> {
  return readDevices();
}

/** In an action or a route handler, once somebody is signed in: this browser is known to their account for 180 days. */
export async function rememberDevice(owner: DeviceOwner): Promise<void> {
  const known = await readDevices();
  const device = findDevice(known, owner)?.device ?? newSecret();
  const entry = { owner: owner.id, epoch: owner.deviceEpoch, device, until: clock.inMinutes(lifeMinutes).getTime() };
  const others = known.filter(({ owner: id }) => id !== owner.id);
  await keepSealed("devices", [entry, ...others].slice(0, maxAccounts), lifeMinutes);
}

/**
 * After an act that made every browser of an account a stranger, by somebody signed in who proved nothing more: the browser that
 * was known until then stays so, with its own count; one that was not gains nothing, or a session would be worth endless tries.
 */
export async function stayKnown({ id, deviceEpoch }: DeviceOwner): Promise<void> {
  const known = await readDevices();
  if (!findDevice(known, { id, deviceEpoch: deviceEpoch - 1 })) return;
  const raised = known.map((each) => (each.owner === id ? { ...each, epoch: deviceEpoch } : each));
  await keepSealed("devices", raised, lifeMinutes);
}

/** After a whole sign-in: the secret of the session, and what makes this browser known from now on. */
export async function keepSignedIn(
  name: "session" | "agent",
  { secret, owner }: { secret: string; owner: DeviceOwner },
): Promise<void> {
  await keepSecret(name, secret);
  await rememberDevice(owner);
}

async function readDevices() {
  const kept = devicesSchema.safeParse(await readSealed("devices"));
  const now = clock.now().getTime();
  return kept.success ? kept.data.filter(({ until }) => until > now) : [];
}
