import { isValidElement, type ReactNode } from "react";
import { addCitizen, newGuest, submitted, valueOf, waitingMails } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { asVisit, Gone, newVisit, postAs, type Visit } from "@/db/test/visits";
import { cancelDemande } from "@/lib/demandes/commands/cancel-demande";
import { declareIncomplete } from "@/lib/demandes/commands/declare-incomplete";
import { takeCharge } from "@/lib/demandes/commands/take-charge";
import { findDemandeById } from "@/lib/demandes/queries/find-demande";
import type { DemandeId } from "@/lib/shared/ids";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import CorrectPage from "./[numero]/corriger/page";
import OpenPage from "./ouvrir/page";
import { openFollowLinkAction } from "./actions";

jest.mock("next/headers", () => jest.requireActual<{ visitHeaders: object }>("@/db/test/visits").visitHeaders);
jest.mock("next/navigation", () => jest.requireActual<{ visitNavigation: object }>("@/db/test/visits").visitNavigation);
jest.mock("next/cache", () => ({ refresh: () => undefined }));

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});
afterAll(() => database().$client.end());

async function judge(demandeId: DemandeId) {
  return { demandeId, lockVersion: (await findDemandeById(town.agent, demandeId))?.lockVersion ?? 0 };
}

/** A demande of this person that the service finds wanting, and where its letter leads. */
async function askedToCorrect(owner: Actor) {
  const { demandeId, number } = await submitted(owner);
  valueOf(await takeCharge(town.agent, await judge(demandeId)));
  const items = [{ fieldPath: "act.copies", reason: "incorrect", comment: "Une seule copie est possible." } as const];
  valueOf(await declareIncomplete(town.agent, { ...(await judge(demandeId)), reason: "À revoir.", items }));
  const letters = (await waitingMails()).filter(({ kind }) => kind === "demande.incomplete");
  const path = letters.at(-1)?.content.action?.path ?? "";
  return { demandeId, number, link: new URL(path, "http://localhost:3000") };
}

type Hidden = { values?: Readonly<Record<string, string>> };

/** The hidden fields of the form that a page holds. */
function hiddenFields(node: ReactNode): Record<string, string> {
  if (Array.isArray(node))
    return Object.assign({}, ...(node as ReactNode[]).map(hiddenFields)) as Record<string, string>;
  if (!isValidElement<Hidden & { children?: ReactNode }>(node)) return {};
  return { ...node.props.values, ...hiddenFields(node.props.children) };
}

/** What a browser is given: the page whose outermost piece is drawn, or where it is led instead. */
async function follow(who: Visit, page: () => Promise<ReactNode>): Promise<ReactNode> {
  return asVisit(who, async () => {
    try {
      const node = await page();
      if (!isValidElement(node) || typeof node.type !== "function") return node;
      return await (node.type as (props: unknown) => ReactNode | Promise<ReactNode>)(node.props);
    } catch (error) {
      if (error instanceof Gone) return error.message;
      throw error;
    }
  });
}

const arrive = (who: Visit, link: URL) =>
  follow(who, () =>
    OpenPage({ params: Promise.resolve({}), searchParams: Promise.resolve(Object.fromEntries(link.searchParams)) }),
  );
const toCorrect = (who: Visit, numero: string) =>
  follow(who, () => CorrectPage({ params: Promise.resolve({ numero }), searchParams: Promise.resolve({}) }));

/** Presses « Ouvrir ma demande »: posts what the page holds. Where it leads, or the sentence it comes back with. */
async function press(who: Visit, page: ReactNode): Promise<ReactNode> {
  const state = await postAs(who, openFollowLinkAction, hiddenFields(page));
  if (typeof state === "string") return state;
  return state.status === "error" ? state.formError : state.status;
}

describe("« Corriger ma demande », followed from the letter by somebody without account", () => {
  it("opens the demande and leads to what is asked, on a device that never saw it", async () => {
    const { number, link } = await askedToCorrect(newGuest());
    expect(link.pathname).toBe("/suivi/ouvrir");
    const phone = newVisit("203.0.113.1");
    const page = await arrive(phone, link);
    expect(hiddenFields(page)).toMatchObject({ vers: "corriger" });
    // The address alone opens nothing: a mail scanner reads it too.
    expect(await toCorrect(phone, number)).toBe("not found");
    expect(await press(phone, page)).toBe(`/suivi/${number}/corriger`);
    expect(hiddenFields(await toCorrect(phone, number))).toHaveProperty("demandeId");
  });

  it("leads there again as often as it is followed, and opens nothing elsewhere once it has served", async () => {
    const { number, link } = await askedToCorrect(newGuest());
    const phone = newVisit("203.0.113.2");
    const page = await arrive(phone, link);
    await press(phone, page);
    expect(await arrive(phone, link)).toBe(`/suivi/${number}/corriger`);
    const other = newVisit("203.0.113.3");
    expect(await press(other, page)).toMatch(/a déjà servi/);
    expect(await toCorrect(other, number)).toBe("not found");
  });

  it("leads to the demande where no correction is asked any more", async () => {
    const { number, demandeId, link } = await askedToCorrect(newGuest());
    const phone = newVisit("203.0.113.4");
    await press(phone, await arrive(phone, link));
    valueOf(await cancelDemande(town.agent, { ...(await judge(demandeId)), reason: "Demande en double." }));
    expect(await toCorrect(phone, number)).toBe(`/suivi/${number}/historique`);
  });

  it("cannot be turned elsewhere by whoever rewrites its end", async () => {
    const { number, link } = await askedToCorrect(newGuest());
    link.searchParams.set("vers", "//ailleurs.example");
    const phone = newVisit("203.0.113.5");
    expect(await press(phone, await arrive(phone, link))).toBe(`/suivi/${number}/historique`);
  });
});

it("« Corriger ma demande » leads straight into the space of whoever has an account", async () => {
  const { number, link } = await askedToCorrect(await addCitizen("titulaire"));
  expect(`${link.pathname}${link.search}`).toBe(`/espace/demandes/${number}/corriger`);
});
