import { LinkList } from "@/components/ui/link-list";

const links = [
  {
    href: "/espace/compte/franceconnect",
    label: "FranceConnect",
    text: "Lier ou délier l’identité qui ouvre aussi votre compte.",
  },
];

/** Among the account's pages, where the town has set FranceConnect. */
export function FranceConnectLink({ isShown }: { isShown: boolean }) {
  return isShown ? <LinkList links={links} /> : null;
}
