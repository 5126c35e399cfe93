import { z } from "zod";
import { clock } from "@/lib/kernel/clock";
import { newSecret } from "@/lib/kernel/crypto";
import { findDevice, letterDevice, type DeviceOwner, type KnownDevice } from "@/lib/proofs/known-devices";
import { lifetimeMinutes } from "@/lib/vocabulary/lifetimes";
import { keepSecret } from "./auth";
import { keepSealed, readSealed } from "./sealed-cookie";

const lifeMinutes = lifetimeMinutes.known_device;
/** After a letter: the time to sign in. */
const letterMinutes = 24 * 60;
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
  const own = findDevice(await readDevices(), owner)?.device;
  await keep(owner, own === undefined || own === letterDevice ? newSecret() : own, lifeMinutes);
}

/** Once a letter proved whose mailbox it is, and nothing else: a day to sign in with one's own count. One known already stays as it is. */
export async function recogniseDevice(owner: DeviceOwner): Promise<void> {
  if (!findDevice(await readDevices(), owner)) await keep(owner, letterDevice, letterMinutes);
}

async function keep({ id, deviceEpoch }: DeviceOwner, device: string, minutes: number): Promise<void> {
  const entry = { owner: id, epoch: deviceEpoch, device, until: clock.inMinutes(minutes).getTime() };
  const others = (await readDevices()).filter(({ owner }) => owner !== id);
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
