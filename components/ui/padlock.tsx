import { Lock } from "lucide-react";

/** F87: what opens only with an account carries a padlock, and says so. */
export function Padlock({ label = "Compte nécessaire" }: { label?: string }) {
  return (
    <span className="padlock">
      <Lock aria-hidden="true" size={16} />
      {label}
    </span>
  );
}
