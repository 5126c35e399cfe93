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
} from "lucide";
import { Icon } from "@/components/ui/icon";
import { Tile, TileGrid } from "@/components/ui/tile";
import { count } from "@/lib/shared/text";

type Props = { counts: { drafts: number; messages: number; notifications: number } };

/** F77: the tiles (« dalles ») of the dashboard, with what waits behind each. */
export function DashboardTiles({ counts: { drafts, messages, notifications } }: Props) {
  const waiting = (quantity: number, one: string, many?: string) =>
    quantity > 0 ? count(quantity, one, many) : undefined;
  const badges: Readonly<Record<string, string | undefined>> = {
    "/espace/brouillons": waiting(drafts, "brouillon"),
    "/espace/echanges": waiting(messages, "message non lu", "messages non lus"),
    "/espace/notifications": waiting(notifications, "notification non lue", "notifications non lues"),
  };
  return (
    <TileGrid>
      {tiles.map(({ drawing, ...tile }) => (
        <Tile
          key={tile.href}
          headingLevel={2}
          {...tile}
          icon={<Icon of={drawing} size={28} />}
          badge={badges[tile.href]}
        />
      ))}
    </TileGrid>
  );
}

const tiles = [
  { href: "/demarches", title: "Nouvelle démarche", text: "Toutes les démarches en ligne", drawing: FilePlus2 },
  {
    href: "/espace/demandes",
    title: "Mes demandes",
    text: "Suivre celles que vous avez envoyées",
    drawing: ListChecks,
  },
  { href: "/espace/brouillons", title: "Mes brouillons", text: "Reprendre une demande commencée", drawing: PencilLine },
  { href: "/espace/echanges", title: "Échanges à lire", text: "Les messages des services", drawing: MessagesSquare },
  {
    href: "/espace/notifications",
    title: "Mes notifications",
    text: "Ce qui a changé dans vos demandes",
    drawing: Bell,
  },
  {
    href: "/espace/porte-documents",
    title: "Mon porte-documents",
    text: "Vos pièces, réservées à vous seul",
    drawing: FolderLock,
  },
  { href: "/espace/relations", title: "Mes relations", text: "Votre foyer et vos organisations", drawing: Users },
  {
    href: "/espace/coordonnees",
    title: "Coordonnées",
    text: "Changer d’adresse, de téléphone, de courriel",
    drawing: MapPinHouse,
  },
  {
    href: "/espace/compte",
    title: "Gestion du compte",
    text: "Courriel, mot de passe, données, préférences",
    drawing: UserRoundCog,
  },
] as const;
