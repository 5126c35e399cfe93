import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Somebody who has a keyboard and nothing else. Every stop on the way must show the focus and stand in the window (WCAG 2.4.7, 2.4.11). */

const mostStops = 120;

/** Tabs until `target` has the focus, from wherever the page left it. */
export async function tabTo(target: Locator): Promise<void> {
  const { keyboard } = target.page();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await hasFocus(target)) return;
    await keyboard.press("Tab");
    await expectSeen(target.page());
  }
  throw new Error(`${mostStops} stops, and the focus never came to ${String(target)}`);
}

/** Tabs to a control and types in it, what it held being replaced. */
export async function type(control: Locator, text: string): Promise<void> {
  await tabTo(control);
  await control.page().keyboard.press("ControlOrMeta+a");
  await control.page().keyboard.type(text);
}

/** Tabs to a link or a button and presses Enter; `then` waits for what it does. */
export async function enter(target: Locator, then: () => Promise<void>): Promise<void> {
  await tabTo(target);
  await Promise.all([then(), target.page().keyboard.press("Enter")]);
}

/** Tabs into a group of radio buttons, then the arrows as far as this one. */
export async function choose(radio: Locator): Promise<void> {
  const group = radio.page().locator(`input[name="${(await radio.getAttribute("name")) ?? ""}"]`);
  const { keyboard } = radio.page();
  for (let stop = 0; !(await anyHasFocus(group)); stop += 1) {
    if (stop === mostStops) throw new Error(`${mostStops} stops, and the focus never came to the group`);
    await keyboard.press("Tab");
    await expectSeen(radio.page());
  }
  await keyboard.press("Space");
  for (let turn = await group.count(); !(await radio.isChecked()); turn -= 1) {
    if (turn === 0) throw new Error("the arrows never came to this button");
    await keyboard.press("ArrowDown");
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

function anyHasFocus(group: Locator): Promise<boolean> {
  return group.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
}

/** The ring is on the control itself, or on the card or label that holds it. */
async function expectSeen(page: Page): Promise<void> {
  const stop = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const held = [element, element.parentElement, element.closest("label, .card, .choice, li")];
    const hasRing = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration) =>
      (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    // A link whose card is its target draws the ring around the card.
    const isRinged =
      held.some((one) => one && hasRing(getComputedStyle(one))) || hasRing(getComputedStyle(element, "::after"));
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isInside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    return { what: element.outerHTML.slice(0, 160), isRinged, isInside };
  });
  // Between the last stop and the first, the browser's own controls have the focus.
  if (stop) expect(stop, page.url()).toEqual({ ...stop, isRinged: true, isInside: true });
}
