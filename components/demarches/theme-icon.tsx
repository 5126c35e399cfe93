import {
  BookUser,
  Building2,
  FolderOpen,
  HeartHandshake,
  Leaf,
  MapPin,
  School,
  TrafficCone,
  Users,
  Vote,
  type IconNode,
} from "lucide";
import { Icon } from "@/components/ui/icon";

/** Icons that a theme may take (`themes.icon`). */
const icons: Readonly<Record<string, IconNode>> = {
  "civil-status": BookUser,
  citizenship: Vote,
  childhood: School,
  solidarity: HeartHandshake,
  living: Leaf,
  street: TrafficCone,
  planning: Building2,
  association: Users,
  contact: MapPin,
};

/** The icon of a theme; a folder for a name that is not in the set. */
export function ThemeIcon({ name, size = 24 }: { name: string; size?: number }) {
  return <Icon of={icons[name] ?? FolderOpen} size={size} strokeWidth={1.75} />;
}
