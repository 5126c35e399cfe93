import {
  Bell,
  FilePlus2,
  FolderLock,
  ListChecks,
  MapPinHouse,
  MessagesSquare,
  PencilLine,
  UserRoundCog,
  Users,
} from "lucide-react";
import { Tile, TileGrid } from "@/components/ui/tile";
import { count } from "@/lib/shared/text";

type Props = { counts: { drafts: number; messages: number; notifications: number } };
const look = { "aria-hidden": true, size: 28 } as const;

/** F77: the tiles (« dalles ») of the dashboard, with what waits behind each. */
export function DashboardTiles({ counts: { drafts, messages, notifications } }: Props) {
  const waiting = (quantity: number, one: string, many?: string) =>
    quantity > 0 ? count(quantity, one, many) : undefined;
  return (
    <TileGrid>
      <Tile
        headingLevel={2}
        href="/demarches"
        title="Nouvelle démarche"
        text="Toutes les démarches en ligne"
        icon={<FilePlus2 {...look} />}
      />
      <Tile
        headingLevel={2}
        href="/espace/demandes"
        title="Mes demandes"
        text="Suivre celles que vous avez envoyées"
        icon={<ListChecks {...look} />}
      />
      <Tile
        headingLevel={2}
        href="/espace/brouillons"
        title="Mes brouillons"
        text="Reprendre une demande commencée"
        icon={<PencilLine {...look} />}
        badge={waiting(drafts, "brouillon")}
      />
      <Tile
        headingLevel={2}
        href="/espace/echanges"
        title="Échanges à lire"
        text="Les messages des services"
        icon={<MessagesSquare {...look} />}
        badge={waiting(messages, "message non lu", "messages non lus")}
      />
      <Tile
        headingLevel={2}
        href="/espace/notifications"
        title="Mes notifications"
        text="Ce qui a changé dans vos demandes"
        icon={<Bell {...look} />}
        badge={waiting(notifications, "notification non lue", "notifications non lues")}
      />
      <Tile
        headingLevel={2}
        href="/espace/porte-documents"
        title="Mon porte-documents"
        text="Vos pièces, réservées à vous seul"
        icon={<FolderLock {...look} />}
      />
      <Tile
        headingLevel={2}
        href="/espace/relations"
        title="Mes relations"
        text="Votre foyer et vos organisations"
        icon={<Users {...look} />}
      />
      <Tile
        headingLevel={2}
        href="/espace/coordonnees"
        title="Coordonnées"
        text="Changer d’adresse, de téléphone, de courriel"
        icon={<MapPinHouse {...look} />}
      />
      <Tile
        headingLevel={2}
        href="/espace/compte"
        title="Gestion du compte"
        text="Courriel, mot de passe, données, préférences"
        icon={<UserRoundCog {...look} />}
      />
    </TileGrid>
  );
}
