import { z } from "zod";
import { isManager, isStaff } from "@/lib/kernel/staff";
import type { Admin, Citizen, Manager } from "@/lib/kernel/actor";
import {
  citizenOrGuest,
  currentActor,
  currentAgent,
  currentCitizen,
  currentVisitor,
  type Guest,
  type Staff,
  type Visitor,
} from "./current-actor";
import { lostAccessSentences } from "./lost-access";

/**
 * Whose an action is, and the actor that its command then receives. `anyone`: at a door, on either side. `visitor`: the citizens' side, an
 * account or a browser without. `manager`: an administrator, of the portal or of one organisation; `admin`: of the portal alone. `guest`: the same, and a browser without account receives the key of what it opens here.
 */
type Actors = {
  anyone: Visitor | Staff;
  visitor: Visitor;
  guest: Guest;
  citizen: Citizen;
  agent: Staff;
  manager: Manager;
  admin: Admin;
};
export type Who = keyof Actors;
export type ActorOf<W extends Who> = Actors[W];

/** What the form of a `guest` says: « Cet appareil est à moi », never ticked in advance, keeps the key when the browser closes. */
export const guestFields = { ownDevice: z.literal("yes").optional() };

type Entered<A> = {
  /** Whoever is signed in: the one who is counted, whether or not the action is theirs to do. */
  counted: Visitor | Staff | null;
  /** Null when it is not theirs to do; else who acts, once the form is read. */
  actor: ((input: unknown) => A | Promise<A>) | null;
};

/** For each, whoever is there. */
export const enter: { readonly [W in Who]: () => Promise<Entered<Actors[W]>> } = {
  anyone: async () => admitted(await currentActor()),
  visitor: async () => {
    const counted = await currentActor();
    return { counted, actor: () => (isStaff(counted) ? currentVisitor() : counted) };
  },
  guest: async () => ({ counted: await currentActor(), actor: (input) => citizenOrGuest(saysOwnDevice(input)) }),
  citizen: async () => admitted(await currentCitizen()),
  agent: async () => admitted(await currentAgent()),
  manager: async () => {
    const counted = await currentAgent();
    return counted && isManager(counted) ? admitted(counted) : { counted, actor: null };
  },
  admin: async () => {
    const counted = await currentAgent();
    return counted?.kind === "admin" ? admitted(counted) : { counted, actor: null };
  },
};

/** What is said to whom the action is not; null where it is everybody's. */
export const notTheirs: Readonly<Record<Who, string | null>> = {
  anyone: null,
  visitor: null,
  guest: null,
  citizen: lostAccessSentences.session,
  agent: lostAccessSentences.session,
  manager: "Cette action est réservée aux administrateurs.",
  admin: "Cette action est réservée aux administrateurs du portail.",
};

function admitted<A extends Visitor | Staff>(person: A | null): Entered<A> {
  return { counted: person, actor: person && (() => person) };
}

function saysOwnDevice(input: unknown): boolean {
  return z.object(guestFields).safeParse(input).data?.ownDevice === "yes";
}
