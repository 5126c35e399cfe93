import { CircleUserRound } from "lucide";
import { Icon } from "@/components/ui/icon";
import type { Portal, Viewer } from "@/lib/shared/portal";
import { buttonClass } from "@/components/ui/button-class";
import { PlainForm } from "@/components/ui/form/plain-form";
import { NavLinks } from "./nav-links";
import { TownBrand } from "./town-brand";

export type SignOut = () => Promise<void>;
type Props = { portal: Portal; viewer: Viewer; signOut?: SignOut };

const links = [
  { href: "/", label: "Accueil" },
  { href: "/demarches", label: "Démarches" },
  { href: "/suivi", label: "Suivre une demande" },
  { href: "/aide", label: "Aide" },
] as const;

/** The citizens' header. Who is signed in stands top left, beside the town (F18), and leads to the account (F19). */
export function SiteHeader({ portal, viewer, signOut }: Props) {
  return (
    <header className="site-header">
      <div className="frame site-header-row">
        <TownBrand portal={portal} />
        {viewer.kind === "citizen" ? <SignedInName name={viewer.name} /> : null}
        <AccountArea viewer={viewer} signOut={signOut} />
      </div>
      <nav id="menu" aria-label="Menu principal" tabIndex={-1} className="site-nav">
        <div className="frame">
          <NavLinks links={links} />
        </div>
      </nav>
    </header>
  );
}

function SignedInName({ name }: { name: string }) {
  return (
    <a href="/espace/compte" className="signed-in-name">
      <Icon of={CircleUserRound} size={22} />
      <span className="sr-only">Gérer mon compte : </span>
      <bdi>{name}</bdi>
    </a>
  );
}

function AccountArea({ viewer, signOut }: Pick<Props, "viewer" | "signOut">) {
  if (viewer.kind === "unknown") return null;
  if (viewer.kind !== "citizen") {
    return (
      <div className="account-area">
        <a href="/connexion" className={buttonClass({ variant: "secondary" })}>
          Se connecter
        </a>
        <a href="/inscription" className={buttonClass({ variant: "plain" })}>
          Créer mon compte
        </a>
      </div>
    );
  }
  return (
    <div className="account-area">
      <a href="/espace" className={buttonClass({ variant: "secondary" })}>
        Mon espace
      </a>
      <SignOutButton signOut={signOut} />
    </div>
  );
}

export function SignOutButton({ signOut }: { signOut?: SignOut }) {
  if (!signOut) {
    return (
      <a href="/deconnexion" className={buttonClass({ variant: "plain" })}>
        Se déconnecter
      </a>
    );
  }
  return (
    <PlainForm action={signOut}>
      <button type="submit" className={buttonClass({ variant: "plain" })}>
        Se déconnecter
      </button>
    </PlainForm>
  );
}
