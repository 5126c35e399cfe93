import { versionOf } from "@/lib/kernel/seen-version";
import type { WantedRole } from "../types";

type Shown = { name: string; role: WantedRole; serviceIds: readonly string[] };

/** What the form of an agent shows: of two administrators who change it at once, the second is told. */
export const agentShown = ({ name, role, serviceIds }: Shown) => ({
  name,
  role,
  services: [...serviceIds].sort(),
});

export const agentVersion = (card: Shown) => versionOf(agentShown(card));
