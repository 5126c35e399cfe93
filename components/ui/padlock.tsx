import { Lock } from "lucide";
import { Icon } from "./icon";

/** F87: what opens only with an account carries a padlock, and says so. */
export function Padlock({ label = "Compte nécessaire" }: { label?: string }) {
  return (
    <span className="padlock">
      <Icon of={Lock} size={16} />
      {label}
    </span>
  );
}
