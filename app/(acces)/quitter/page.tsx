import { redirect } from "next/navigation";
import { OnDevice } from "@/components/demandes/on-device";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ActionForm } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { Prose } from "@/components/ui/prose";
import { listOnDevice } from "@/lib/demandes/queries/list-on-device";
import { currentVisitor } from "@/lib/web/session/current-actor";
import { peekGuestKey } from "@/lib/web/session/guest";
import { quitDeviceAction } from "./actions";

/** Says what leaving closes and what it erases, before it is done. A link never does it: the button does. */
export default async function QuitPage() {
  const [visitor, key] = await Promise.all([currentVisitor(), peekGuestKey()]);
  if (visitor.kind === "citizen") return key ? <QuitSignedIn /> : redirect("/deconnexion");
  const { filed, drafts } = await listOnDevice(visitor);
  if (filed.length + drafts.length === 0) return <Nothing />;
  const lost = drafts.filter(({ linkUntil }) => linkUntil === null).length;
  return (
    <Page width="text">
      <PageTitle title="Quitter et effacer de cet appareil" />
      <PageHeading
        title="Quitter et effacer de cet appareil"
        lead="Après vous, personne ne pourra plus ouvrir ici ce que vous avez fait sans compte."
      />
      <OnDevice filed={filed} drafts={drafts} />
      <QuitForm
        label={
          lost === 0
            ? "Quitter"
            : lost === 1
              ? "Quitter et supprimer le brouillon"
              : "Quitter et supprimer les brouillons"
        }
      />
    </Page>
  );
}

/** Nothing of them is shown: they may be of whoever was here before. */
function QuitSignedIn() {
  return (
    <Page width="text">
      <PageTitle title="Effacer les demandes faites sans compte" />
      <PageHeading
        title="Effacer les demandes faites sans compte"
        lead="Votre compte n’est pas concerné : vous restez connecté, et vos demandes ne changent pas."
      />
      <Prose>
        <p>
          Les demandes envoyées sans compte ne s’ouvriront plus sur cet appareil ; un lien demandé à la page « Suivre
          une demande » les rouvre. Les brouillons commencés sans compte seront supprimés.
        </p>
      </Prose>
      <QuitForm label="Effacer de cet appareil" />
    </Page>
  );
}

function QuitForm({ label }: { label: string }) {
  return (
    <ActionForm action={quitDeviceAction} className="mt-8">
      <FormButtons cancelHref="/" label={label} />
    </ActionForm>
  );
}

function Nothing() {
  return (
    <Page width="text">
      <PageTitle title="Rien à effacer sur cet appareil" />
      <PageHeading
        title="Rien à effacer sur cet appareil"
        lead="Aucune demande faite sans compte n’est ouverte dans ce navigateur."
      />
    </Page>
  );
}
