"use server";

import type { Route } from "next";
import { z } from "zod";
import { done } from "@/lib/shared/result";
import { formAction } from "@/lib/web/form/form-action";
import { quitThisDevice } from "@/lib/web/session/guest";

/** « Quitter et effacer de cet appareil ». The page that follows says what was: numbers alone stand in its address. */
export const quitDeviceAction = formAction({
  name: "quit-device",
  who: "visitor",
  schema: z.object({}),
  run: async (visitor) => done((await quitThisDevice(visitor)) ?? { closed: 0, erased: 0 }),
  refusals: {},
  onDone: ({ closed, erased }) => `/quitter/termine?demandes=${closed}&brouillons=${erased}` as Route,
});
