import { Checkbox } from "@/components/ui/fields/checkbox";
import { lifetime } from "@/lib/vocabulary/lifetimes";

/** Never ticked in advance: whoever is at a shared computer reads nothing and presses the button. */
export function OwnDeviceBox() {
  return (
    <Checkbox
      name="ownDevice"
      label="Cet appareil est à moi"
      hint={`La demande y restera ouverte pendant ${lifetime("guest_device")}. Sinon, elle se referme avec votre navigateur, ou après ${lifetime("guest_idle")} sans rien faire. Ne cochez pas cette case en mairie, à la médiathèque ou chez quelqu’un.`}
    />
  );
}
